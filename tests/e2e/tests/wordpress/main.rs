//! The plug-in in a real WordPress: Debian's, with MariaDB, PHP and Apache, and Chromium as everybody who
//! works with it and visits.
fn main() {}
mod package;
