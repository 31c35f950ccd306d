"""Pages and tables: a brief as a person reads it, in the terminal and as one HTML file."""
