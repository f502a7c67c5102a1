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

/// What WordPress runs on, with WordPress itself and what its plug-in is checked by.
pub(crate) const WORDPRESS: [Program; 9] = [
    Program {
        variable: "SKIN_QUIZ_WORDPRESS",
        package: "wordpress",
        title: "WordPress",
        names: &[],
        paths: &["/usr/share/wordpress/wp-load.php"],
    },
    Program {
        variable: "SKIN_QUIZ_MARIADBD",
        package: "mariadb-server-core",
        title: "MariaDB",
        names: &["mariadbd"],
        paths: &["/usr/sbin/mariadbd"],
    },
    Program {
        variable: "SKIN_QUIZ_MARIADB_INSTALL_DB",
        package: "mariadb-server-core",
        title: "mariadb-install-db",
        names: &["mariadb-install-db"],
        paths: &[],
    },
    Program {
        variable: "SKIN_QUIZ_APACHE",
        package: "apache2-bin",
        title: "Apache",
        names: &["apache2"],
        paths: &["/usr/sbin/apache2"],
    },
    Program {
        variable: "SKIN_QUIZ_APACHE_PHP",
        package: "libapache2-mod-php",
        title: "Apache's module for PHP",
        names: &[],
        paths: &["/usr/lib/apache2/modules/libphp*.so"],
    },
    Program {
        variable: "SKIN_QUIZ_PHP",
        package: "php-cli",
        title: "PHP",
        names: &["php"],
        paths: &[],
    },
    Program {
        variable: "SKIN_QUIZ_PHPCS",
        package: "php-codesniffer",
        title: "PHP_CodeSniffer",
        names: &["phpcs"],
        paths: &[],
    },
    Program {
        variable: "SKIN_QUIZ_XGETTEXT",
        package: "gettext",
        title: "xgettext",
        names: &["xgettext"],
        paths: &[],
    },
    Program {
        variable: "SKIN_QUIZ_MSGFMT",
        package: "gettext",
        title: "msgfmt",
        names: &["msgfmt"],
        paths: &[],
    },
];

/// What analyses the plug-in's code, where it is installed: `cargo install --locked mago@1.20.0`.
pub(crate) const MAGO: Program = Program {
    variable: "SKIN_QUIZ_MAGO",
    package: "",
    title: "mago",
    names: &["mago"],
    paths: &[],
};

/// Packages without a program that WordPress and its tests need.
pub(crate) const WORDPRESS_BESIDES: [&str; 7] = [
    "media-types",
    "php-gd",
    "php-mbstring",
    "php-mysql",
    "php-xml",
    "php-zip",
    "wordpress-theme-twentytwentythree",
];

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

/// The first file that a path with at most one `*`, for a name or a part of it, stands for.
fn first(pattern: &str) -> Option<PathBuf> {
    let Some((before, after)) = pattern.split_once('*') else {
        return Some(PathBuf::from(pattern)).filter(|path| path.is_file());
    };
    let (folder, start) = before.rsplit_once('/')?;
    let (end, below) = after.split_once('/').unwrap_or((after, ""));
    let is_meant = |name: &str| name.starts_with(start) && name.ends_with(end);
    let mut files: Vec<_> = fs::read_dir(Path::new(folder))
        .ok()?
        .filter_map(|entry| entry.ok())
        .filter(|entry| entry.file_name().to_str().is_some_and(is_meant))
        .map(|entry| if below.is_empty() { entry.path() } else { entry.path().join(below) })
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files.into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_a_name_or_a_part_of_it() {
        let root = std::env::temp_dir().join(format!("xtask-first-{}", std::process::id()));
        let file = root.join("x86_64/webkit/MiniBrowser");
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::create_dir_all(root.join("arm")).expect("a folder");
        fs::write(&file, "").expect("a file");
        let pattern = format!("{}/*/webkit/MiniBrowser", root.display());
        assert_eq!(first(&pattern), Some(file));
        assert_eq!(first(&pattern.replace('*', "arm")), None);
        let part = format!("{}/x86_64/webkit/Mini*er", root.display());
        assert_eq!(first(&part), first(&pattern));
        assert_eq!(first(&part.replace("*er", "*es")), None);
        fs::remove_dir_all(root).expect("a removed folder");
    }
}
