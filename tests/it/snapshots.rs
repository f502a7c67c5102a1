use prerender::fixtures;

use crate::expected;

#[test]
fn of_fixtures() {
    let found: Vec<(String, String)> = fixtures::all()
        .into_iter()
        .map(|fixture| (fixture.name.to_owned(), lines(&wait_for(prerender::render(fixture.html)))))
        .collect();
    expected::check("tests/snapshots", "html", &found);
}

/// One line from tag to tag, so that a difference is small.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<") + "\n"
}

/// What a future gives, waited for here.
pub(crate) fn wait_for<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime of one thread can be built").block_on(future)
}
