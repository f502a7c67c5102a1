<?php
/**
 * Pages: a template with marks, and what may stand at each.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

foreach ( array( 'accepted', 'refused' ) as $kind ) {
	foreach ( file( __DIR__ . "/cases/markup/$kind.txt", FILE_IGNORE_NEW_LINES ) as $markup ) {
		$why = refusal( fn() => Markup::check( $markup, array( 'quiz', 'opening' ) ) );
		check( "$kind: $markup: $why", ( null === $why ) === ( 'accepted' === $kind ) );
	}
}
check( 'text that is not UTF-8 is refused', null !== refusal( fn() => Markup::check( "<p>\xff</p>" ) ) );

$page     = file_get_contents( __DIR__ . '/cases/pages/page.html' );
$template = new Page_Template( $page );
$words    = array(
	'language'    => 'lang="ar" dir="rtl"',
	'title'       => 'A title &amp; more',
	'description' => 'What it says: everything',
	'languages'   => 'en es ar',
	'plain'       => 'plain.ar.html',
	'links'       => '<link rel="canonical" href="plain.html">',
	'question'    => '<main class="question"><h1>What?</h1></main>',
	'opening'     => '{"quiz":{"a":"\u003c"}}',
	'tag'         => 'ar',
);
$html     = (string) $template->filled( $words );
$why      = refusal( fn() => $template->check( $html ) );
check( "a page of the template is accepted: $why", null === $why );
check( 'its words are found again', $template->fragments( $html ) === $words );
check( 'words of other marks are no page', null === $template->filled( array( 'title' => 'x' ) ) );
check( 'more words than marks are no page', null === $template->filled( $words + array( 'other' => 'x' ) ) );

$refused = array(
	'language'    => array( '', 'onload="x"', 'lang="ar" onload="x"', 'lang="a b"' ),
	'title'       => array( '</title><script>x</script>', 'a < b', 'a & b' ),
	'description' => array( '" onload="x', '"><script>x</script>' ),
	'languages'   => array( '" data-program="x', 'https://other.test', "en\nes" ),
	'plain'       => array( 'https://other.test/', '//other.test/', '/wp-admin/', 'javascript:x', 'plain.html; x', '\\\\other.test' ),
	'links'       => array( '<link rel="stylesheet" href="plain.html">', '<meta http-equiv="refresh" content="0">' ),
	'question'    => array( '<p id="opening"></p>', '</div><p></p><div>', '<script>x</script>' ),
	'opening'     => array( '{"a":"</script><script>x</script>"}', '{"a":"<!--"}', '[]', 'x', '' ),
	'tag'         => array( 'ar" onload="x', '../x//y' ),
);
foreach ( $refused as $mark => $fragments ) {
	foreach ( $fragments as $fragment ) {
		$other = (string) $template->filled( array( $mark => $fragment ) + $words );
		check( "$mark: $fragment is refused", null !== refusal( fn() => $template->check( $other ) ) );
	}
}
$changes = array(
	array( '<!doctype html>', '<!doctype html><!-- -->' ),
	array( 'start-0123456789abcdef.js', 'start-0123456789abcdee.js' ),
	array( '</body>', '<script>x</script></body>' ),
	array( 'if (1 < 2) {}', 'x' ),
	array( "</html>\n", "</html>\n<script>x</script>" ),
	array( '<p lang="ar">A title', '<p lang="ar">Another title' ),
);
foreach ( $changes as list( $from, $to ) ) {
	check( "a page with $to for $from is refused", null !== refusal( fn() => $template->check( str_replace( $from, $to, $html ) ) ) );
}
check( 'nothing is no page', null !== refusal( fn() => $template->check( '' ) ) );
foreach ( array( '<script><!--skin-quiz:a--></script>', '<style><!--skin-quiz:a--></style>', '<p <!--skin-quiz:a-->>', '<p class=<!--skin-quiz:a-->>', '<script type="module"><!--skin-quiz:a--></script>' ) as $wrong ) {
	check( "$wrong is no template", null !== refusal( fn() => new Page_Template( $wrong ) ) );
}

$newer = new Page_Template( str_replace( '0123456789abcdef', 'fedcba9876543210', $page ) );
check( 'words are carried into a newer page', (string) $newer->filled( $words ) === Pages::carried( $template, $newer, $html ) );
check( 'pages with the same words are alike', Pages::are_alike( $template, $html, $newer, $newer->filled( $words ) ) );
check( 'pages with other words are not', ! Pages::are_alike( $template, $html, $newer, $newer->filled( array( 'title' => 'x' ) + $words ) ) );
check( 'words are not carried into a page with other marks', null === Pages::carried( $template, new Page_Template( '<p><!--skin-quiz:title--></p>' ), $html ) );

$folder = $argv[1] ?? null;
if ( null !== $folder ) {
	$templates = Pages::templates( $folder );
	check( 'the build has both templates', array( 'page', 'plain' ) === array_keys( $templates ) );
	foreach ( Folder::names( $folder ) as $name ) {
		if ( isset( Checked_File::PATHS[ (string) Checked_File::kind( $name ) ] ) ) {
			$why = refusal( fn() => Checked_File::check( $name, file_get_contents( "$folder/$name" ), $templates ) );
			check( "$name of the build can be published: $why", null === $why );
		}
	}
}
