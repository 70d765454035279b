"""What the figures of docs/ come from; `make bench` runs them."""
