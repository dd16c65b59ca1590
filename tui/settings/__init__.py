"""What the user configures: options and keys."""
