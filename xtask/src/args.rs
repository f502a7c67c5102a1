use std::ffi::OsString;

use clap::{Args, Parser, Subcommand};

use crate::serve::Options;

const HEAD: &str = "The project's own commands";
const FOOT: &str = "\
Each command first sets up what it lacks. What takes long is shared by all clones: it goes into
$SKIN_QUIZ_CACHE or else ~/.cache/skin-quiz.";

const TEST: &str = "\
Parts, in the order in which they run:
  fmt          is the code formatted?
  clippy       what does the linter say?
  dependencies are the licences and origins of all libraries allowed, and is none there twice?
  web          the page's scripts: their types, the linter, and their unit tests in Node
  native       all that needs no browser: the HTML of every view, and the check of data files
  build        does dist/ build?
  fuzz         a bounded run of `cargo xtask fuzz`
  size         does what a visitor downloads keep to xtask/budgets.toml?
  site         the tests of the test server, of what is uploaded and of xtask
  hosting      what nginx sends with the shipped configuration
  trunk        `trunk serve` and `trunk build --release`, if Trunk is installed
  release      is the release the same, byte for byte, built in another folder?
  wordpress    the plug-in in a real WordPress, if Debian's packages can be installed; and the
               zip for other servers on Apache, nginx and a bare one
  browser      the quiz in Chromium, Firefox and WebKit, with axe;
               browser:chromium, browser:firefox or browser:webkit for one

These variables name another program than the one found: SKIN_QUIZ_CHROMIUM,
SKIN_QUIZ_CHROMEDRIVER, SKIN_QUIZ_FIREFOX, SKIN_QUIZ_GECKODRIVER, SKIN_QUIZ_MINIBROWSER,
SKIN_QUIZ_WEBKITDRIVER, SKIN_QUIZ_NGINX, SKIN_QUIZ_NGINX_BROTLI.";

const BENCH: &str = "\
Builds the quiz and its baselines (hand-written JavaScript, Preact, SurveyJS, vue-flow-form) on the same
five questions and walks through each in turn: in Chromium as on a slow phone, then in Firefox and
WebKit. Some twenty minutes on a machine that does nothing else; pictures of every page lie in
target/bench/pictures.

  --studio      the studio instead, in Chromium, with our quiz and with one of 500 questions
  --quick       Chromium alone, three rounds, no growth
  --rounds N    how often each is walked through [7]
  --write       put the figures into docs/benchmarks.md";

const STRESS: &str = "\
Builds the quiz and visits it thousands of times in a browser, each time to a result, with this and
that on the way: changed answers, other languages, Back, a reload. Counts crashes of the program:
those that a visitor sees, and those that the page hides by starting the program again. Fails if a
visit does not end in a result.

  --engine NAME       chromium, firefox, webkit or all; can be said several times [webkit]
  --visits N          how many in each engine [1000]
  --fresh N           replace a browser by a fresh one after so many [250]
  --at-once N         so many browsers at once [2]
  --busy              keep every core busy meanwhile
  --studio            edit in the studio instead; N is then a number of edits
  --dist DIR          another build than dist/
  --set NAME=VALUE    a variable for the browser, as JSC_useOMGJIT=0
  --without NAME      take a global away from the page, as FinalizationRegistry";

const LOAD: &str = "\
Builds the quiz, starts nginx on this machine with hosting/nginx.conf and lets wrk ask for every
file of a first load, in turn. Prints visits and requests per second, errors, bytes per visit and
the cost of a million visits.

  --visits N         end after so many [20000]
  --seconds N        or after so long [20]
  --connections N    ask over so many at once [32]
  --price N          of a gigabyte, in whatever currency, for the cost of a million visits";

/// What was asked for.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", about = HEAD, after_help = FOOT, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// The command, with its own arguments.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A command and its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write dist/, which any static host can serve from any sub-path
    Build {
        /// Leave Rust's standard library as it comes, instead of rebuilding it for size
        #[arg(long)]
        plain: bool,
    },
    /// Write what is handed out to clinics into target/release-files/: zips for any server and for WordPress
    Release,
    /// Check the licence, the origin and the versions of every library
    Dependencies {
        /// Also fetch the list of known vulnerabilities, and look for them
        #[arg(long)]
        advisories: bool,
    },
    /// Write the notices of every library into static/licenses.html
    Notices,
    /// Serve the quiz on this machine, and show changed files in the open page
    Serve(Options),
    /// Run all tests or the parts named, and sum them up
    #[command(after_help = TEST)]
    Test {
        /// The parts to run; all if none is named
        parts: Vec<String>,
        /// Run every browser test in every engine
        ///
        /// Otherwise one engine runs those for which one is enough, and the others count them as ignored.
        #[arg(long)]
        every_engine: bool,
        /// What the test programs are given, such as a part of the tests' names
        #[arg(last = true)]
        arguments: Vec<OsString>,
    },
    /// Say what is wrong in data files, and how to fix it
    #[command(disable_help_flag = true)]
    Check(Rest),
    /// Write one page about a quiz, for whoever signs it off
    #[command(disable_help_flag = true)]
    Report(Rest),
    /// Write every text as a spreadsheet for translators, or read one
    #[command(disable_help_flag = true)]
    Texts(Rest),
    /// Write pictures of every screen and state into gallery/
    Gallery(Rest),
    /// Measure the quiz against its baselines on a slow phone
    #[command(after_help = BENCH)]
    Bench(Rest),
    /// Visit the quiz thousands of times and count crashes of the program
    #[command(after_help = STRESS)]
    Stress(Rest),
    /// Measure how many visits the shipped nginx configuration serves
    #[command(after_help = LOAD)]
    Load(Rest),
    /// Try random bytes, guided by coverage, on the reader of data files and on the replay
    ///
    /// An input that breaks the program is kept in target/fuzz, and so is what was learnt. Needs a
    /// C++ compiler.
    Fuzz {
        /// How many inputs; the default takes some minutes
        #[arg(default_value_t = 10_000_000)]
        inputs: u64,
    },
    /// Write the page around a program that Trunk compiled: a hook of Trunk.toml
    #[command(hide = true)]
    TrunkPage,
}

/// What is passed on to another program.
#[derive(Args, Debug)]
pub(crate) struct Rest {
    /// Passed on to the program
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "OPTION")]
    pub(crate) arguments: Vec<OsString>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, clap::Error> {
        let words = ["xtask"].into_iter().chain(line.split_whitespace());
        Arguments::try_parse_from(words).map(|arguments| arguments.command)
    }

    #[test]
    fn the_definition_is_sound() {
        <Arguments as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn what_follows_two_dashes_goes_to_the_tests() {
        let Ok(Command::Test { parts, arguments, every_engine }) =
            parsed("test native -- --nocapture back")
        else {
            panic!("a test command");
        };
        assert_eq!(parts, ["native"]);
        assert_eq!(arguments, ["--nocapture", "back"]);
        assert!(!every_engine);
        let full = parsed("test --every-engine browser");
        assert!(matches!(full, Ok(Command::Test { every_engine: true, .. })));
    }

    #[test]
    fn options_are_read() {
        let Ok(Command::Serve(options)) = parsed("serve --port 9000 --open --release") else {
            panic!("a serve command");
        };
        assert_eq!((options.port, options.open, options.release), (9000, true, true));
        let Ok(Command::Serve(options)) = parsed("serve") else { panic!("a serve command") };
        assert_eq!((options.port, options.open, options.release), (8017, false, false));
        assert!(matches!(parsed("build --plain"), Ok(Command::Build { plain: true })));
        assert!(matches!(parsed("fuzz 7"), Ok(Command::Fuzz { inputs: 7 })));
    }

    #[test]
    fn arguments_of_other_programs_are_passed_on() {
        for (line, passed) in [
            ("check --fix a.json", &["--fix", "a.json"][..]),
            ("report a.json --since b.json", &["a.json", "--since", "b.json"]),
            ("texts export es", &["export", "es"]),
            ("report --help", &["--help"]),
            ("bench --write", &["--write"]),
            ("stress --engine firefox --busy", &["--engine", "firefox", "--busy"]),
        ] {
            let (Command::Check(rest)
            | Command::Report(rest)
            | Command::Texts(rest)
            | Command::Bench(rest)
            | Command::Stress(rest)) = parsed(line).expect("a command")
            else {
                panic!("{line}")
            };
            assert_eq!(rest.arguments, passed, "{line}");
        }
    }

    #[test]
    fn what_is_unknown_is_an_error() {
        for line in ["tset", "serve --open=maybe", "build --fast", "fuzz many"] {
            assert!(parsed(line).is_err(), "{line}");
        }
        let help = parsed("bench --help").expect_err("the help").to_string();
        assert!(help.contains("--rounds N"), "{help}");
    }
}
