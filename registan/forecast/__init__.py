"""Will it happen? A probability with its base rate, its reasons and its record."""
