"""Settings, addresses, the server's entry point and the ``glasswork`` command."""
