"""The central desk: takes in what visitors hand to kiosks, and tells them how it goes."""
