/// What is refused for another reason than one of its rows.
mod refusals;

/// What comes back as it went, whatever it holds.
mod round_trip;
