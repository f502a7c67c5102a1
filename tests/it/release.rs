use crate::files;

/// Every place in which the version stands by itself.
const PLACES: [(&str, &str); 5] = [
    ("index.html", "content=\"skin-quiz {}\""),
    ("studio.html", "content=\"skin-quiz {}\""),
    ("wordpress/skin-quiz/skin-quiz.php", " * Version:           {}\n"),
    ("wordpress/skin-quiz/skin-quiz.php", "define( 'SKIN_QUIZ_VERSION', '{}' );"),
    ("wordpress/skin-quiz/readme.txt", "Stable tag: {}\n"),
];

#[test]
fn the_version_is_one() {
    for (path, says) in PLACES {
        let line = says.replace("{}", env!("CARGO_PKG_VERSION"));
        let found = files::text(path).matches(&line).count();
        assert_eq!(found, 1, "{path} has another version: write {line}");
    }
}
