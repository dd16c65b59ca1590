"""What happens before the first paint: options, the terminal, what is read early."""
