<?php
/**
 * Plugin Name:       Skin Quiz
 * Description:       A quiz for your clinic's website: what a skin treatment may do, what a course looks like, and the evidence for every figure. Runs in the visitor's browser; answers never leave it.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Skin Quiz contributors
 * License:           MIT OR Apache-2.0
 * License URI:       https://spdx.org/licenses/MIT.html
 * Text Domain:       skin-quiz
 * Domain Path:       /languages
 *
 * @package SkinQuiz
 */

defined( 'ABSPATH' ) || exit;

define( 'SKIN_QUIZ_VERSION', '0.1.0' );
define( 'SKIN_QUIZ_FILE', __FILE__ );

foreach ( array( 'refused', 'markup', 'page-template', 'svg', 'checked-file', 'folder', 'writer', 'lock', 'clinic', 'pages', 'program', 'server', 'site-health', 'versions', 'publication', 'rest', 'appearance', 'element', 'admin', 'privacy', 'setup' ) as $skin_quiz_part ) {
	require_once __DIR__ . "/includes/class-$skin_quiz_part.php";
}
unset( $skin_quiz_part );

SkinQuiz\Setup::hook();
SkinQuiz\Versions::hook();
SkinQuiz\Rest::hook();
SkinQuiz\Site_Health::hook();
SkinQuiz\Element::hook();
SkinQuiz\Admin::hook();
SkinQuiz\Privacy::hook();
