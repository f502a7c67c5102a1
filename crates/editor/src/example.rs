/// A small whole quiz to begin a new one from.
pub const EXAMPLE: &str = include_str!("example.json");
