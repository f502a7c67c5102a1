<?php
/**
 * One at a time.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Lets one request at a time change a site's quiz. The database lets go of it when a request ends, however
 * it does.
 */
final class Lock {

	const SECONDS = 10;

	/**
	 * Does something while nobody else does.
	 *
	 * @param callable $act What to do.
	 * @return mixed What it gives.
	 * @throws Refused If others take too long.
	 */
	public static function hold( callable $act ) {
		global $wpdb;
		$name = 'skin_quiz_' . md5( DB_NAME . $wpdb->prefix );
		// phpcs:disable WordPress.DB.DirectDatabaseQuery -- WordPress has no lock of its own that ends with the request.
		if ( '1' !== (string) $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, %d)', $name, self::SECONDS ) ) ) {
			throw new Refused( 'server', __( 'Somebody else is publishing at this moment. Wait a minute and try again.', 'skin-quiz' ) );
		}
		try {
			return $act();
		} finally {
			$wpdb->query( $wpdb->prepare( 'SELECT RELEASE_LOCK(%s)', $name ) );
		}
		// phpcs:enable
	}
}
