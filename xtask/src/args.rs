use std::ffi::OsString;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::build::Flavour;
use crate::serve::Options;
use crate::test::{Chosen, Part};

const HELP: &str = "\
Usage: cargo xtask COMMAND

  build [--plain]        write dist/, which any static host can serve from any sub-path
  serve [OPTIONS]        build, serve, and show changed files in the open page
  test [PART…] [-- …]    run all tests or the parts named, and sum them up
  check [FILE…]          what is wrong in data files, and how to mend it
  report [FILE]          write one page about a quiz, for whoever signs it off
  texts export|import    every text as a spreadsheet for translators, and back
  gallery [-- …]         write pictures of every screen and state into gallery/
  bench [OPTIONS]        measure the quiz against its peers on a slow phone
  stress [OPTIONS]       visit the quiz thousands of times and count crashes of the program
  load [OPTIONS]         measure how many visits the shipped nginx configuration serves
  fuzz [INPUTS]          throw bytes at the reader of data files and at the replay

Each command first sets up what it lacks: tools go into one folder that all clones share,
$SKIN_QUIZ_CACHE or else ~/.cache/skin-quiz. `cargo xtask COMMAND --help` says more.
";

const BUILD: &str = "\
Usage: cargo xtask build [--plain]

Writes dist/. Nothing is done when nothing changed.

  --plain    leave Rust's standard library as it comes, instead of rebuilding it for size
";

const SERVE: &str = "\
Usage: cargo xtask serve [--port N] [--open yes|no] [--plain]

Builds the quiz, serves it on this machine only and prints its address. A change to static/data,
static/text or static/pictures shows in the open page at once; a change to the program is built
and then shown. Ctrl-C ends it.

  --port N         the port, or the next free one [8017]
  --open yes|no    whether to show it in a browser [no]
  --plain          as for `cargo xtask build`
";

const TEST: &str = "\
Usage: cargo xtask test [--every-engine] [PART…] [-- ARGUMENT…]

Runs every part, or those named, and ends with one summary. What follows `--` goes to the test
programs: `cargo xtask test browser:webkit -- back` runs the tests with `back` in their names.

  fmt          is the code formatted?
  clippy       what does the linter say?
  pure         the half that knows no browser
  native       all that needs no browser: the HTML of every view, and the check of data files
  build        does dist/ build?
  fuzz         a bounded run of `cargo xtask fuzz`
  size         does what a visitor downloads keep to xtask/budgets.toml?
  site         the tests of the test server, of what is uploaded and of xtask
  hosting      what nginx sends with the shipped configuration
  browser      the quiz in Chromium, Firefox and WebKit, with axe;
               browser:chromium, browser:firefox or browser:webkit for one

  --every-engine    run every browser test in every engine; otherwise one engine runs those for
                    which one is enough, and the others count them as ignored

Another browser, driver or server than the one found is named by SKIN_QUIZ_CHROMIUM,
SKIN_QUIZ_CHROMEDRIVER, SKIN_QUIZ_FIREFOX, SKIN_QUIZ_GECKODRIVER, SKIN_QUIZ_MINIBROWSER,
SKIN_QUIZ_WEBKITDRIVER, SKIN_QUIZ_NGINX or SKIN_QUIZ_NGINX_BROTLI.
";

const GALLERY: &str = "\
Usage: cargo xtask gallery [ARGUMENT…]

Builds the quiz and writes pictures of every screen and state into gallery/.
";

const BENCH: &str = "\
Usage: cargo xtask bench [--studio] [--quick] [--rounds N] [--write]

Builds the quiz and its peers (hand-written JavaScript, Preact, SurveyJS, vue-flow-form) on the same
five questions and walks through each in turn: in Chromium as on a slow phone, then in Firefox and
WebKit. Some twenty minutes on a machine that does nothing else; pictures of every page lie in
target/bench/pictures.

  --studio      the studio instead, in Chromium, with our quiz and with one of 500 questions
  --quick       Chromium alone, three rounds, no growth
  --rounds N    how often each is walked through [7]
  --write       put the figures into docs/benchmarks.md
";

const STRESS: &str = "\
Usage: cargo xtask stress [OPTIONS]

Builds the quiz and visits it thousands of times in a browser, each time to a result, with this and
that on the way: changed answers, other languages, Back, a reload. Counts crashes of the program:
those that a visitor sees, and those that the page hides by starting the program again. Fails
where a visit does not end in a result.

  --engine NAME       chromium, firefox, webkit or all; can be said several times [webkit]
  --visits N          how many in each engine [1000]
  --fresh N           replace a browser by a fresh one after so many [250]
  --at-once N         so many browsers at once [2]
  --busy              keep every core busy meanwhile
  --studio            edit in the studio instead; N is then a number of edits
  --dist DIR          another build than dist/
  --set NAME=VALUE    a variable for the browser, as JSC_useOMGJIT=0
  --without NAME      take a global away from the page, as FinalizationRegistry
";

const LOAD: &str = "\
Usage: cargo xtask load [--visits N] [--seconds N] [--connections N] [--price N]

Builds the quiz, starts nginx on this machine with hosting/nginx.conf and lets wrk ask for every
file of a first load, in turn. Prints visits and requests per second, errors, bytes per visit and
what a million visits come to.

  --visits N         end after so many [20000]
  --seconds N        or after so long [20]
  --connections N    ask over so many at once [32]
  --price N          of a gigabyte, in whatever currency, for the cost of a million visits
";

const FUZZ: &str = "\
Usage: cargo xtask fuzz [INPUTS]

Throws so many inputs [10000000, some minutes] at the reader of data files and at the replay, guided
by which branches they take. An input that breaks the program is kept in target/fuzz, and so is
what was learnt. Needs a C++ compiler.
";

/// What was asked for.
#[derive(Debug)]
pub(crate) enum Command {
    Help(&'static str),
    Build { flavour: Flavour },
    Serve(Options),
    Test(Chosen),
    Native(Vec<OsString>),
    Gallery(Vec<OsString>),
    Bench(Vec<OsString>),
    Stress(Vec<OsString>),
    Load(Vec<OsString>),
    Fuzz(u64),
}

/// Reads the command line.
///
/// # Errors
///
/// If it asks for what there is not.
pub(crate) fn parse() -> Result<Command> {
    read(lexopt::Parser::from_env())
}

fn read(mut parser: lexopt::Parser) -> Result<Command> {
    let name = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help(HELP)),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "build" => build(parser),
        "serve" => serve(parser),
        "test" => test(parser),
        "check" => Ok(Command::Native(parser.raw_args()?.collect())),
        "report" | "texts" => {
            Ok(Command::Native([name.into()].into_iter().chain(parser.raw_args()?).collect()))
        }
        "gallery" => Ok(rest(&mut parser)?.map_or(Command::Help(GALLERY), Command::Gallery)),
        "bench" => Ok(rest(&mut parser)?.map_or(Command::Help(BENCH), Command::Bench)),
        "stress" => Ok(rest(&mut parser)?.map_or(Command::Help(STRESS), Command::Stress)),
        "load" => Ok(rest(&mut parser)?.map_or(Command::Help(LOAD), Command::Load)),
        "fuzz" => fuzz(parser),
        "help" => Ok(Command::Help(HELP)),
        _ => bail!("there is no command {name:?}: `cargo xtask --help` names them all"),
    }
}

fn build(mut parser: lexopt::Parser) -> Result<Command> {
    let mut flavour = Flavour::DEFAULT;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("plain") => flavour = Flavour::Plain,
            Short('h') | Long("help") => return Ok(Command::Help(BUILD)),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(Command::Build { flavour })
}

fn serve(mut parser: lexopt::Parser) -> Result<Command> {
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => options.port = parser.value()?.parse()?,
            Long("open") => options.open = yes_or_no(&parser.value()?.string()?)?,
            Long("plain") => options.flavour = Flavour::Plain,
            Short('h') | Long("help") => return Ok(Command::Help(SERVE)),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(Command::Serve(options))
}

fn fuzz(mut parser: lexopt::Parser) -> Result<Command> {
    let mut inputs = 10_000_000;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(number) => inputs = number.parse()?,
            Short('h') | Long("help") => return Ok(Command::Help(FUZZ)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Fuzz(inputs))
}

fn yes_or_no(word: &str) -> Result<bool> {
    match word {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => bail!("--open takes yes or no, not {word:?}"),
    }
}

fn test(mut parser: lexopt::Parser) -> Result<Command> {
    let mut parts = Vec::new();
    let mut arguments = Vec::new();
    let mut every_engine = false;
    loop {
        if let Some(mut raw) = parser.try_raw_args()
            && raw.next_if(|argument| argument == "--").is_some()
        {
            arguments.extend(raw);
            break;
        }
        match parser.next()? {
            None => break,
            Some(Value(name)) => parts.extend(Part::named(&name.string()?)?),
            Some(Long("every-engine")) => every_engine = true,
            Some(Short('h') | Long("help")) => return Ok(Command::Help(TEST)),
            Some(other) => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Test(Chosen { every_engine, ..Chosen::new(parts, arguments) }))
}

fn rest(parser: &mut lexopt::Parser) -> Result<Option<Vec<OsString>>> {
    let mut arguments: Vec<OsString> = parser.raw_args()?.collect();
    if arguments.iter().any(|one| one == "--help" || one == "-h") {
        return Ok(None);
    }
    arguments.retain(|argument| argument != "--");
    Ok(Some(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        read(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn what_follows_two_dashes_goes_to_the_tests() {
        let Ok(Command::Test(chosen)) = parsed("test pure -- --nocapture back") else {
            panic!("a test command");
        };
        assert_eq!(chosen.parts, [Part::Pure]);
        assert_eq!(chosen.arguments, ["--nocapture", "back"]);
        assert!(!chosen.every_engine);
        let full = parsed("test --every-engine browser");
        assert!(matches!(full, Ok(Command::Test(chosen)) if chosen.every_engine));
    }

    #[test]
    fn options_are_read() {
        let Ok(Command::Serve(options)) = parsed("serve --port 9000 --open=no --plain") else {
            panic!("a serve command");
        };
        assert_eq!((options.port, options.open), (9000, false));
        assert_eq!(options.flavour, Flavour::Plain);
        assert!(matches!(parsed("bench --write"), Ok(Command::Bench(all)) if all == ["--write"]));
        assert!(matches!(parsed("bench --help"), Ok(Command::Help(BENCH))));
        assert!(matches!(parsed(""), Ok(Command::Help(HELP))));
    }

    #[test]
    fn what_is_said_to_the_native_program_is_passed_on() {
        for (line, passed) in [
            ("check --fix a.json", &["--fix", "a.json"][..]),
            ("report a.json --since b.json", &["report", "a.json", "--since", "b.json"]),
            ("texts export es", &["texts", "export", "es"]),
            ("report --help", &["report", "--help"]),
        ] {
            let Ok(Command::Native(arguments)) = parsed(line) else { panic!("{line}") };
            assert_eq!(arguments, passed, "{line}");
        }
    }

    #[test]
    fn what_there_is_not_is_an_error() {
        for line in ["tset", "test pur", "serve --open maybe", "build --fast"] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
