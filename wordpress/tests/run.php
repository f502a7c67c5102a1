<?php
/**
 * Tests of what decides what may be published, without WordPress: `php run.php [DIST]`. DIST is a built quiz
 * with page.html and plain.page.html.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

// phpcs:disable -- a script of its own, run on the command line.
error_reporting( E_ALL );
define( 'ABSPATH', __DIR__ );
set_error_handler(
	function ( $level, $message, $file, $line ) {
		if ( error_reporting() & $level ) {
			throw new \ErrorException( $message, 0, $level, $file, $line );
		}
	}
);

function __( $text ) {
	return $text;
}

function wp_json_encode( $data, $options = 0 ) {
	return json_encode( $data, $options );
}

foreach ( array( 'refused', 'markup', 'page-template', 'svg', 'checked-file', 'folder', 'clinic', 'pages' ) as $part ) {
	require dirname( __DIR__ ) . "/skin-quiz/includes/class-$part.php";
}

final class Count {
	public static $passed = 0;
	public static $failed = 0;
}

function check( string $name, bool $is_so ): void {
	if ( $is_so ) {
		++Count::$passed;
	} else {
		++Count::$failed;
		echo "failed: $name\n";
	}
}

/** Why something is refused, or nothing. */
function refusal( callable $act ): ?string {
	try {
		$act();
		return null;
	} catch ( Refused $refused ) {
		return $refused->getMessage();
	}
}

/** The files of a folder's cases, by the case and their paths. */
function cases( string $folder ): array {
	$cases = array();
	foreach ( Folder::names( __DIR__ . "/cases/$folder" ) as $name ) {
		list( $case, $path )      = explode( '/', $name, 2 );
		$cases[ $case ][ $path ] = file_get_contents( __DIR__ . "/cases/$folder/$name" );
	}
	if ( ! $cases ) {
		exit( "no cases in $folder\n" );
	}
	return $cases;
}

foreach ( glob( __DIR__ . '/*.test.php' ) as $tests ) {
	require $tests;
}
printf( "%d passed, %d failed\n", Count::$passed, Count::$failed );
exit( Count::$failed || ! Count::$passed ? 1 : 0 );
