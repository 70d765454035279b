"""From text to mentions: spaCy components for dates, actors, places, events and what is said of them."""
