//! The HTML of every fixture.

use libtest_mimic::Trial;
use prerender::fixtures;

use crate::expected;
use crate::wait::wait_for;

pub(crate) fn tests() -> Vec<Trial> {
    let stems = fixtures::all().iter().map(|fixture| fixture.name.to_owned()).collect();
    expected::tests("tests/snapshots", "html", stems, |stem| {
        let fixture = fixtures::all().into_iter().find(|fixture| fixture.name == stem);
        lines(&wait_for(page::render(fixture.expect("a fixture").html)))
    })
}

/// One line from tag to tag, so that a difference is small.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<") + "\n"
}
