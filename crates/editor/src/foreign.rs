use check::FileKind;
use data::Node;

/// How files begin that staff have beside their quiz, and what they are.
const BEGINNINGS: [(&[u8], &str); 9] = [
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"{\\rtf", "a document of a word processor"),
    (b"\xd0\xcf\x11\xe0", "a document of an older Word, Excel or PowerPoint"),
    (b"<svg", "a picture"),
    (b"<", "a web page"),
];

/// What is in a zip of a document, and what it is.
const ZIPPED: [(&[u8], &str); 5] = [
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument.text", "a document of LibreOffice"),
    (b"opendocument.spreadsheet", "a spreadsheet of LibreOffice"),
];

/// What a file is that is no quiz, such as "a Word document"; none if it may be one.
pub fn foreign(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if start.is_empty() {
        return Some("an empty file");
    }
    if bytes.starts_with(b"PK") {
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        return Some(ZIPPED.iter().find(|(part, _)| holds(part)).map_or("a zip file", |it| it.1));
    }
    if let Some((_, what)) = BEGINNINGS.iter().find(|(beginning, _)| start.starts_with(beginning)) {
        return Some(what);
    }
    let node = check::node(bytes);
    match node {
        Some(node) if node.get("questions").is_some() => None,
        Some(node) => Some(json(name, &node)),
        None if start.starts_with(b"{") => None,
        None if is_ending(name, "csv") || is_ending(name, "tsv") => {
            Some("a spreadsheet: import it under Languages")
        }
        None if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") => None,
        None if start.contains(&0) => Some("a file of another program"),
        None => Some("a text, but no data file"),
    }
}

fn json(name: &str, node: &Node) -> &'static str {
    match FileKind::of(name, node) {
        FileKind::Personas => "a file of test visitors",
        FileKind::Overlay => "a translation",
        FileKind::Claims => "a file of wording rules",
        FileKind::Interface => "a file of interface words",
        FileKind::Quiz if node.get("$schema").is_some() && node.get("properties").is_some() => {
            "a schema"
        }
        FileKind::Quiz => "a data file of something else",
    }
}

fn is_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::foreign;
    use crate::EXAMPLE;

    #[test]
    fn a_file_that_is_no_quiz_is_called_by_what_it_is() {
        for (name, bytes, what) in [
            ("words.docx", &b"PK\x03\x04....word/document.xml"[..], "a Word document"),
            ("words.xlsx", b"PK\x03\x04....xl/workbook.xml", "an Excel workbook"),
            ("all.zip", b"PK\x03\x04....data/microneedling.json", "a zip file"),
            ("quiz.json", b"%PDF-1.7", "a PDF document"),
            ("quiz.json", b"\xff\xd8\xff\xe0..JFIF", "a picture"),
            ("page.html", b"\xef\xbb\xbf\n<!doctype html>", "a web page"),
            ("lines.svg", b"<svg xmlns=''/>", "a picture"),
            ("notes.txt", b"Hello, our quiz text", "a text, but no data file"),
            ("quiz.csv", b"key,en\n", "a spreadsheet: import it under Languages"),
            ("quiz.json", b" \n", "an empty file"),
            ("x.json", br#"{"quiz": "a", "words": {}}"#, "a translation"),
            ("x.json", br#"{"personas": []}"#, "a file of test visitors"),
            ("x.json", br#"{"rules": []}"#, "a file of wording rules"),
            ("package.json", br#"{"name": "x"}"#, "a data file of something else"),
            ("x.json", b"[1, 2]", "a data file of something else"),
        ] {
            assert_eq!(foreign(name, bytes), Some(what), "{name}");
        }
        assert_eq!(foreign("x.json", EXAMPLE.as_bytes()), None);
        assert_eq!(foreign("x.json", b"{\"questions\": ["), None, "a quiz that is not whole");
    }
}
