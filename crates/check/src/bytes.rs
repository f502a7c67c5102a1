use data::Path;

use super::{Finding, Fix, Severity};

/// A data file is never larger than this, in bytes: a thousand questions of ten choices are half of
/// it. Nothing larger is read.
pub const LARGEST: usize = 4_000_000;

/// The text of a file, as far as its bytes are one, and what is wrong with them.
pub(super) fn text(bytes: &[u8]) -> (String, Vec<Finding>) {
    if bytes.len() > LARGEST {
        return (String::new(), vec![too_large(bytes.len() as u64)]);
    }
    if let Some(text) = utf16(bytes) {
        let mut finding = finding(
            "file/utf-16",
            "is saved as UTF-16 (\"Unicode\").",
            "Save it as UTF-8; in Notepad choose the encoding UTF-8 when saving.",
        );
        finding.fix = Some(Fix { span: 0..0, text: String::new() });
        return (text, vec![finding]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Vec::from_iter(mark(text))),
        Err(error) => (String::from_utf8_lossy(bytes).into_owned(), vec![not_utf8(bytes, &error)]),
    }
}

pub(super) fn too_large(bytes: u64) -> Finding {
    let help = "Put only the quiz into it; a data file has at most 4,000,000 bytes.";
    finding("file/too-large", format!("has {bytes} bytes."), help)
}

fn finding(id: &'static str, found: impl Into<String>, help: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        id,
        path: Path::default(),
        at: String::new(),
        span: 0..0,
        place: "the file".into(),
        found: found.into(),
        help: help.into(),
        fix: None,
        because: None,
        allowed_by: None,
    }
}

/// The mark that some editors put before a text. Browsers pass over it, other programs stumble.
fn mark(text: &str) -> Option<Finding> {
    let mark = '\u{feff}';
    text.starts_with(mark).then(|| Finding {
        severity: Severity::Warning,
        span: 0..mark.len_utf8(),
        fix: Some(Fix { span: 0..mark.len_utf8(), text: String::new() }),
        ..finding(
            "file/mark",
            "begins with an invisible mark (BOM).",
            "Save it as UTF-8 without BOM.",
        )
    })
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error) -> Finding {
    let at = error.valid_up_to();
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    Finding {
        span: at..at + '\u{fffd}'.len_utf8(),
        ..finding(
            "file/not-utf-8",
            format!("has a character in line {line} that is not saved as UTF-8."),
            "Save it as UTF-8; a word such as \"naïve\" from an old program is the usual cause.",
        )
    }
}

fn utf16(bytes: &[u8]) -> Option<String> {
    let (order, bytes): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xff, 0xfe, rest @ ..] => (u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => (u16::from_be_bytes, rest),
        bytes if empty_at(bytes, 1) => (u16::from_le_bytes, bytes),
        bytes if empty_at(bytes, 0) => (u16::from_be_bytes, bytes),
        _ => return None,
    };
    let units = bytes.chunks_exact(2).map(|pair| order([pair[0], pair[1]]));
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

/// Whether every second byte of the beginning is 0, as in plain words saved as UTF-16.
fn empty_at(bytes: &[u8], which: usize) -> bool {
    let pairs = bytes.len().min(64) / 2;
    pairs > 1 && bytes.chunks_exact(2).take(pairs).all(|p| p[which] == 0 && p[1 - which] != 0)
}
