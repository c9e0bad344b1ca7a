"""What has an effect in this room. Each action writes for the signed-in person alone."""
