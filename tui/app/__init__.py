"""The application: services, commands, and what every screen shares."""
