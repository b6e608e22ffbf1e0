"""The chain from finding to shown change, read only."""
