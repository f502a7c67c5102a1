use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Cursor, Write};
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::hashed::is_hashed;

/// The pages of a build that others lead to, and what clinics' pages load.
const ROOTS: [&str; 6] = [
    "index.html",
    "index.template.html",
    "studio.html",
    "embed.js",
    "diagnosis.js",
    "licenses.html",
];
/// The page that says what to do with the zip for any server. `{version}` stands for the version.
const GUIDE: &str = "start-here.html";
/// Settings for servers, with the names that they have in that zip.
const SETTINGS: [(&str, &str); 3] = [
    ("htaccess", "settings/apache.htaccess"),
    ("nginx.conf", "settings/nginx.conf"),
    ("headers", "settings/_headers"),
];
/// What staff edit.
const CONTENT: [&str; 3] = ["data/", "text/", "pictures/"];

/// Files to hand out as one zip, by their names with `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// What is in each.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Archive {
    /// The newest program of a build in a folder to upload, `skin-quiz/`, what to do with it, and settings for
    /// servers beside it; the last two from the folder `hosting`.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn deployment(hosting: &Path, dist: &Path, version: &str) -> io::Result<Self> {
        let mut archive = Self::default();
        archive.add_program(dist, "skin-quiz/", true)?;
        let guide = fs::read_to_string(hosting.join(GUIDE))?.replace("{version}", version);
        archive.files.insert(GUIDE.to_owned(), guide.into_bytes());
        for (from, to) in SETTINGS {
            archive.files.insert(to.to_owned(), fs::read(hosting.join(from))?);
        }
        Ok(archive)
    }

    /// The WordPress plug-in in its folder `skin-quiz/`: its own files, the settings for Apache, and the newest
    /// program of a build.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn plugin(plugin: &Path, settings: &Path, dist: &Path) -> io::Result<Self> {
        let mut archive = Self::default();
        archive.add_folder(plugin, "skin-quiz/")?;
        archive.files.insert("skin-quiz/htaccess.txt".to_owned(), fs::read(settings)?);
        archive.add_program(dist, "skin-quiz/program/", false)?;
        Ok(archive)
    }

    /// The files of a folder, in a folder of the archive (`""` or `name/`).
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn add_folder(&mut self, folder: &Path, under: &str) -> io::Result<()> {
        for name in names(folder)? {
            self.files.insert(format!("{under}{name}"), fs::read(folder.join(&name))?);
        }
        Ok(())
    }

    /// What of a built folder belongs to its newest program: its pages, what these name, and what that names.
    /// Compressed copies come along for files with a hash in their names if `with_copies`; pages have none, so
    /// that what the studio publishes is not hidden behind an older copy. Hidden files and settings for servers
    /// are left out.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn add_program(&mut self, dist: &Path, under: &str, with_copies: bool) -> io::Result<()> {
        let all = names(dist)?;
        for name in program(dist, &all)? {
            let copies = [".br", ".gz"].map(|ending| format!("{name}{ending}"));
            let has_copies = with_copies && is_hashed(&name) && !name.starts_with("studio");
            let copies = copies.into_iter().filter(|copy| has_copies && all.contains(copy));
            for name in std::iter::once(name.clone()).chain(copies) {
                self.files.insert(format!("{under}{name}"), fs::read(dist.join(&name))?);
            }
        }
        Ok(())
    }

    /// The zip: the same files at the same time, in seconds since 1970, give the same bytes.
    ///
    /// # Errors
    ///
    /// If there is too much for a zip.
    pub fn zip(&self, seconds: i64) -> ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(time(seconds))
            .unix_permissions(0o644);
        for (name, content) in &self.files {
            zip.start_file(name.as_str(), options)?;
            zip.write_all(content)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// A moment as a zip has it, in UTC; the first that a zip can have for any that it cannot.
fn time(seconds: i64) -> DateTime {
    let moment = Timestamp::from_second(seconds).unwrap_or_default();
    let moment = moment.to_zoned(TimeZone::UTC).datetime();
    let [month, day, hour, minute, second] =
        [moment.month(), moment.day(), moment.hour(), moment.minute(), moment.second()]
            .map(i8::cast_unsigned);
    DateTime::from_date_and_time(moment.year().cast_unsigned(), month, day, hour, minute, second)
        .unwrap_or_default()
}

/// The names of a build's files that its newest program has: those that nothing refers to any more stay out.
fn program(dist: &Path, all: &BTreeSet<String>) -> io::Result<BTreeSet<String>> {
    let is_wanted = |name: &&String| {
        !name.ends_with(".br") && !name.ends_with(".gz") && !name.starts_with(['.', '_'])
    };
    let all: Vec<&String> = all.iter().filter(is_wanted).collect();
    let is_root = |name: &str| {
        ROOTS.contains(&name)
            || name.starts_with("plain.")
            || CONTENT.iter().any(|folder| name.starts_with(folder))
    };
    let mut found: BTreeSet<String> =
        all.iter().filter(|name| is_root(name)).map(|name| (*name).clone()).collect();
    let mut next: Vec<String> = found.iter().cloned().collect();
    while let Some(name) = next.pop() {
        if !name.ends_with(".html") && !name.ends_with(".js") {
            continue;
        }
        let content = fs::read(dist.join(&name))?;
        let text = String::from_utf8_lossy(&content);
        for other in all.iter().filter(|other| text.contains(other.as_str())) {
            if found.insert((*other).clone()) {
                next.push((*other).clone());
            }
        }
    }
    Ok(found)
}

/// The files of a folder and of the folders in it, by their names within it.
pub fn names(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if entry.file_type()?.is_dir() {
            names.extend(self::names(&entry.path())?.into_iter().map(|it| format!("{name}/{it}")));
        } else {
            names.insert(name);
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = "quiz-0123456789abcdef.js";

    /// A build with an older program beside the newest, in a folder of its own.
    fn built(order: &[usize]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("data")).expect("a folder");
        let files = [
            ("index.html", "<script src=\"quiz-0123456789abcdef.js\">"),
            ("index.html.br", "old"),
            (PROGRAM, "import later-0123456789abcdef.wasm"),
            ("quiz-0123456789abcdef.js.br", "br"),
            ("later-0123456789abcdef.wasm", "wasm"),
            ("quiz-fedcba9876543210.js", "of another build"),
            ("plain.es.html", "plain"),
            ("data/spring.json", "{}"),
            (".htaccess", "settings"),
            ("_headers", "settings"),
        ];
        for (name, text) in order.iter().map(|&at| files[at]) {
            fs::write(folder.path().join(name), text).expect("it is written");
        }
        folder
    }

    fn archived(folder: &Path, with_copies: bool) -> Archive {
        let mut archive = Archive::default();
        archive.add_program(folder, "quiz/", with_copies).expect("it is read");
        archive
    }

    #[test]
    fn it_has_the_newest_program_and_what_staff_edit() {
        let folder = built(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        let expected = [
            "quiz/data/spring.json",
            "quiz/index.html",
            "quiz/later-0123456789abcdef.wasm",
            "quiz/plain.es.html",
            "quiz/quiz-0123456789abcdef.js",
        ];
        let names = |archive: &Archive| archive.files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&archived(folder.path(), false)), expected);
        let with = names(&archived(folder.path(), true));
        assert_eq!(with.len(), expected.len() + 1, "{with:?}");
        assert!(with.contains(&"quiz/quiz-0123456789abcdef.js.br".to_owned()), "no page has one");
    }

    #[test]
    fn the_same_files_in_another_folder_give_the_same_bytes() {
        let [one, other] = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]];
        let zip = |order| archived(built(order).path(), true).zip(1_796_000_000).expect("a zip");
        let first = zip(&one);
        assert_eq!(first, zip(&other));
        let mut read = zip::ZipArchive::new(Cursor::new(first)).expect("a zip");
        let file = read.by_index(0).expect("a file");
        let when = file.last_modified().expect("a time").to_string();
        assert_eq!(when, "2026-11-30 00:53:20", "in UTC, wherever it is made");
    }
}
