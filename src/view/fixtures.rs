//! stub
/// A fixture.
pub struct Fixture {
    /// name
    pub name: &'static str,
    /// html
    pub html: yew::Html,
}
/// All.
pub fn all() -> Vec<Fixture> {
    Vec::new()
}
