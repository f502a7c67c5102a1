use check::{Environment, File, Format, Severity};

use crate::checked::{TODAY, checked};
use crate::files;

fn all() -> Vec<File> {
    let folder = |folder: &str| {
        let names = files::stems(folder, "json").into_iter();
        names.map(move |stem| format!("{folder}/{stem}.json")).collect::<Vec<_>>()
    };
    let names = [folder("static/data"), folder("static/text")].concat();
    let file = |name: String| File { bytes: Ok(files::bytes(&name)), name, wanted: true };
    names.into_iter().filter(|name| !name.ends_with(".schema.json")).map(file).collect()
}

fn picture(name: &str) -> Option<u64> {
    let about = std::fs::metadata(files::path(&format!("static/{name}"))).ok()?;
    Some(about.len())
}

#[test]
fn they_pass() {
    let around = Environment { today: TODAY, picture: Some(&picture), since: None, folder: true };
    let checked = check::check(&all(), &around);
    let errors = checked.iter().flat_map(|file| &file.findings);
    let errors: Vec<_> = errors.filter(|it| it.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{}", check::report(&checked, Format::Human { colour: false }));
    let warned: Vec<&str> =
        checked.iter().flat_map(|file| &file.findings).map(|finding| finding.id).collect();
    let known = [
        "placeholder/clinic-name",
        "placeholder/link",
        "placeholder/telephone",
        "review/missing",
        "translation/not-reviewed",
    ];
    assert!(warned.iter().all(|id| known.contains(id)), "{warned:?}");
    assert!(warned.contains(&"review/missing"));
}

#[test]
fn reports_for_programs_say_the_same() {
    let name = "tests/problems/shape/many-at-once.json";
    let checked = [checked(name, files::bytes(name))];
    let json: serde_json::Value =
        serde_json::from_str(&check::report(&checked, Format::Json)).expect("JSON");
    let github = check::report(&checked, Format::Github);
    let findings = json["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), checked[0].findings.len());
    assert_eq!(github.lines().count(), findings.len());
    for (finding, line) in findings.iter().zip(github.lines()) {
        let place = format!("line={},col={}", finding["line"], finding["column"]);
        assert!(
            line.contains(&place) && line.contains(finding["id"].as_str().expect("an id")),
            "{line}"
        );
    }
}
