use std::fs;
use std::io;
use std::path::Path;

use crate::builds::Builds;
use crate::compressed::compress;
use crate::folder::names;
use crate::hashed::is_hashed;

const FOREVER: &str = "public, max-age=31536000, immutable";

/// A folder on its way to be uploaded.
#[derive(Debug)]
pub struct Release<'a> {
    /// The folder as the build wrote it.
    pub next: &'a Path,
    /// The folder that it will replace, if there is one.
    pub current: &'a Path,
    /// The folder of the files for hosts.
    pub hosting: &'a Path,
    /// The file that keeps which build had which files.
    pub record: &'a Path,
}

impl Release<'_> {
    /// Makes `next` complete: whoever is half-way through loading `current`, or another of the last
    /// [`KEPT`] builds, finds every file with a hash in its name there too. What the build made is
    /// also there compressed; what staff edit is not, for they upload one file without the other.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or written.
    ///
    /// [`KEPT`]: crate::KEPT
    pub fn prepare(&self) -> io::Result<()> {
        let mut builds = Builds::read(self.record, self.current)?;
        builds.add(self.next)?;
        self.keep(&builds)?;
        let names = names(self.next)?;
        for name in names.iter().filter(|name| is_made(name)) {
            compress(&self.next.join(name), &self.current.join(name))?;
        }
        self.tell_hosts(names.iter().filter(|name| is_hashed(name)))?;
        builds.write(self.record)
    }

    fn keep(&self, builds: &Builds) -> io::Result<()> {
        for name in builds.files() {
            let (old, new) = (self.current.join(name), self.next.join(name));
            if old.is_file() && !new.exists() {
                fs::copy(old, new)?;
            }
        }
        Ok(())
    }

    fn tell_hosts<'a>(&self, hashed: impl Iterator<Item = &'a String>) -> io::Result<()> {
        fs::copy(self.hosting.join("htaccess"), self.next.join(".htaccess"))?;
        let mut rules = fs::read_to_string(self.hosting.join("headers"))?;
        for name in hashed {
            rules += &format!("/{name}\n  Cache-Control: {FOREVER}\n");
        }
        fs::write(self.next.join("_headers"), rules)
    }
}

/// Whether only a build writes this file.
fn is_made(name: &str) -> bool {
    is_hashed(name) || name.ends_with(".html") || ["embed.js", "diagnosis.js"].contains(&name)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::KEPT;

    const HOSTING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hosting");

    struct Builder {
        folder: tempfile::TempDir,
        builds: u32,
    }

    impl Builder {
        fn new() -> Self {
            Self { folder: tempfile::tempdir().expect("a folder"), builds: 0 }
        }

        fn dist(&self) -> PathBuf {
            self.folder.path().join("dist")
        }

        /// Builds a page whose program and style are what is given, and uploads it.
        fn build(&mut self, program: u32, style: u32) {
            self.builds += 1;
            let next = self.folder.path().join(format!("next-{}", self.builds));
            fs::create_dir_all(next.join("data")).expect("a folder");
            let write = |name: &str, text: &str| fs::write(next.join(name), text).expect("a file");
            write(&program_of(program), &"program ".repeat(100 + program as usize));
            write(&format!("quiz-{style:08x}.css"), "a { }");
            write("index.html", &format!("<script src=\"{}\">", program_of(program)));
            write("embed.js", "export {};");
            write("data/quiz.json", "{}");
            let record = self.folder.path().join("record");
            let (current, hosting) = (self.dist(), Path::new(HOSTING));
            Release { next: &next, current: &current, hosting, record: &record }
                .prepare()
                .expect("a release");
            let _ = fs::remove_dir_all(&current);
            fs::rename(&next, &current).expect("a new name");
        }

        fn has(&self, name: &str) -> bool {
            self.dist().join(name).is_file()
        }

        fn read(&self, name: &str) -> String {
            fs::read_to_string(self.dist().join(name)).expect("a file")
        }
    }

    fn program_of(number: u32) -> String {
        format!("quiz-{number:08x}_bg.wasm")
    }

    #[test]
    fn the_files_of_the_last_builds_stay() {
        let mut builder = Builder::new();
        let kept = u32::try_from(KEPT).expect("few");
        for number in 0..=kept {
            builder.build(number, 7);
            assert_eq!(
                builder.read("index.html"),
                format!("<script src=\"{}\">", program_of(number))
            );
        }
        for number in 1..=kept {
            for ending in ["", ".br", ".gz"] {
                assert!(builder.has(&(program_of(number) + ending)), "{number}{ending}");
            }
        }
        assert!(!builder.has(&program_of(0)) && !builder.has(&(program_of(0) + ".br")));
        assert!(builder.has("quiz-00000007.css"));
    }

    #[test]
    fn a_build_that_comes_again_is_the_newest() {
        let mut builder = Builder::new();
        builder.build(1, 1);
        for number in 2..=u32::try_from(KEPT).expect("few") {
            builder.build(number, 1);
        }
        builder.build(1, 1);
        builder.build(99, 1);
        assert!(builder.has(&program_of(1)) && !builder.has(&program_of(2)));
    }

    #[test]
    fn without_a_record_the_folder_counts_as_one_build() {
        let mut builder = Builder::new();
        builder.build(1, 1);
        builder.build(2, 1);
        fs::remove_file(builder.folder.path().join("record")).expect("no record");
        builder.build(3, 1);
        assert!(builder.has(&program_of(1)) && builder.has(&program_of(2)));
    }

    #[test]
    fn what_the_build_made_is_there_compressed() {
        let mut builder = Builder::new();
        builder.build(1, 1);
        for name in ["index.html", "embed.js", &program_of(1), "quiz-00000001.css"] {
            let body = builder.read(name);
            let mut text = String::new();
            let brotli = fs::File::open(builder.dist().join(format!("{name}.br"))).expect("a file");
            io::Read::read_to_string(&mut brotli::Decompressor::new(brotli, 4096), &mut text)
                .expect("brotli");
            assert_eq!(text, body, "{name}");
            text.clear();
            let gzip = fs::File::open(builder.dist().join(format!("{name}.gz"))).expect("a file");
            io::Read::read_to_string(&mut flate2::read::GzDecoder::new(gzip), &mut text)
                .expect("gzip");
            assert_eq!(text, body, "{name}");
        }
        assert!(!builder.has("data/quiz.json.br") && !builder.has("data/quiz.json.gz"));
    }

    #[test]
    fn what_changed_is_compressed_anew_and_the_rest_is_not() {
        let mut builder = Builder::new();
        builder.build(1, 1);
        let before = (builder.dist().join("index.html.gz"), builder.dist().join("embed.js.gz"));
        let index = fs::read(&before.0).expect("a file");
        fs::write(&before.1, "as it was").expect("a file");
        builder.build(2, 1);
        assert_ne!(fs::read(before.0).expect("a file"), index);
        assert_eq!(builder.read("embed.js.gz"), "as it was");
    }

    #[test]
    fn hosts_are_told_of_each_file_that_never_changes() {
        let mut builder = Builder::new();
        builder.build(1, 1);
        builder.build(2, 1);
        let rules = builder.read("_headers");
        for name in [program_of(1), program_of(2), "quiz-00000001.css".to_owned()] {
            let rule = format!("/{name}\n  Cache-Control: {FOREVER}\n");
            assert_eq!(rules.matches(&rule).count(), 1, "{rules}");
        }
        assert_eq!(rules.matches(FOREVER).count(), 3, "{rules}");
        assert!(builder.has(".htaccess"));
    }
}
