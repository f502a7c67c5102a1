/// What a damage to a file does.
mod damage;

/// What is refused for another reason than one of its rows.
mod refusals;

/// What comes back as it went, whatever it holds.
mod round_trip;

/// The same sheet as other programs save it.
mod saved;
