"""The way in, for `registan` and `python -m registan`."""

import sys


def main() -> None:
    """Run the command line; stopped while it is being loaded, it says so as it does later."""
    try:
        from registan.cli import main as run

        run()
    except KeyboardInterrupt:
        print("registan: Stopped.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
