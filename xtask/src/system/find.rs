use std::fs;
use std::path::{Path, PathBuf};

use crate::run::which;

/// A program that is not ours to build.
#[derive(Debug)]
pub(crate) struct Program {
    /// The environment's variable that may name it, and that hands it to the tests.
    pub(crate) variable: &'static str,
    /// The Debian package that brings it.
    pub(crate) package: &'static str,
    /// What it is called elsewhere.
    pub(crate) title: &'static str,
    names: &'static [&'static str],
    paths: &'static [&'static str],
}

pub(crate) const CHROMIUM: [Program; 2] = [
    Program {
        variable: "SKIN_QUIZ_CHROMIUM",
        package: "chromium",
        title: "Chromium",
        names: &["chromium", "chromium-browser", "google-chrome"],
        paths: &[
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ],
    },
    Program {
        variable: "SKIN_QUIZ_CHROMEDRIVER",
        package: "chromium-driver",
        title: "chromedriver",
        names: &["chromedriver"],
        paths: &[],
    },
];

pub(crate) const FIREFOX: [Program; 1] = [Program {
    variable: "SKIN_QUIZ_FIREFOX",
    package: "firefox-esr",
    title: "Firefox",
    names: &["firefox-esr", "firefox"],
    paths: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
}];

pub(crate) const WEBKIT: [Program; 2] = [
    Program {
        variable: "SKIN_QUIZ_WEBKITDRIVER",
        package: "webkit2gtk-driver",
        title: "WebKitGTK's driver, which runs on Linux",
        names: &["WebKitWebDriver"],
        paths: &[],
    },
    Program {
        variable: "SKIN_QUIZ_MINIBROWSER",
        package: "libwebkit2gtk-4.1-0",
        title: "WebKitGTK's MiniBrowser, which runs on Linux",
        names: &[],
        paths: &[
            "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/webkit2gtk-4.1/MiniBrowser",
        ],
    },
];

pub(crate) const DISPLAY: Program = Program {
    variable: "SKIN_QUIZ_XVFB",
    package: "xvfb",
    title: "Xvfb",
    names: &["Xvfb"],
    paths: &[],
};

pub(crate) const NGINX: [Program; 2] = [
    Program {
        variable: "SKIN_QUIZ_NGINX",
        package: "nginx",
        title: "nginx",
        names: &["nginx"],
        paths: &["/usr/sbin/nginx"],
    },
    Program {
        variable: "SKIN_QUIZ_NGINX_BROTLI",
        package: "libnginx-mod-http-brotli-static",
        title: "nginx's module that serves brotli files",
        names: &[],
        paths: &[
            "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
            "/usr/lib64/nginx/modules/ngx_http_brotli_static_module.so",
        ],
    },
];

pub(crate) const WRK: Program = Program {
    variable: "SKIN_QUIZ_WRK",
    package: "wrk",
    title: "wrk",
    names: &["wrk"],
    paths: &[],
};

/// Packages without a program, by which every machine shows the same letters.
pub(crate) const FONTS: [&str; 2] = ["fonts-dejavu-core", "fonts-noto-core"];

/// All that tests need.
pub(super) fn for_tests() -> impl Iterator<Item = &'static Program> {
    CHROMIUM.iter().chain(&FIREFOX).chain(&WEBKIT).chain([&DISPLAY]).chain(&NGINX)
}

impl Program {
    /// Its path: the one that the environment names, else the first that is found.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        if let Some(named) = std::env::var_os(self.variable) {
            return Some(PathBuf::from(named)).filter(|path| path.is_file());
        }
        let on_path = self.names.iter().find_map(|name| which(name));
        on_path.or_else(|| self.paths.iter().find_map(|pattern| first(pattern)))
    }
}

/// The first file that a path with at most one `*`, for a whole name, stands for.
fn first(pattern: &str) -> Option<PathBuf> {
    let Some((before, after)) = pattern.split_once("/*/") else {
        return Some(PathBuf::from(pattern)).filter(|path| path.is_file());
    };
    let mut folders: Vec<_> = fs::read_dir(Path::new(before))
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join(after)))
        .filter(|path| path.is_file())
        .collect();
    folders.sort();
    folders.into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_one_folder() {
        let root = std::env::temp_dir().join(format!("xtask-first-{}", std::process::id()));
        let file = root.join("x86_64/webkit/MiniBrowser");
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::create_dir_all(root.join("arm")).expect("a folder");
        fs::write(&file, "").expect("a file");
        let pattern = format!("{}/*/webkit/MiniBrowser", root.display());
        assert_eq!(first(&pattern), Some(file));
        assert_eq!(first(&pattern.replace('*', "arm")), None);
        fs::remove_dir_all(root).expect("a removed folder");
    }
}
