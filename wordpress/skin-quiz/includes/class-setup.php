<?php
/**
 * Setting a site up.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Sets a site up, at its first request after the plug-in was activated or updated. In a network every site
 * is set up by itself.
 */
final class Setup {

	const INSTALLED = 'skin_quiz_installed';

	const FAILED = 'skin_quiz_failed';

	/**
	 * What becomes of the data when the plug-in is deleted: `keep` or `delete`.
	 */
	const REMOVAL = 'skin_quiz_removal';

	/**
	 * The capabilities that roles are given at first.
	 */
	const ROLES = array(
		'administrator' => array( 'skin_quiz_publish', 'skin_quiz_sign' ),
		'editor'        => array( 'skin_quiz_publish' ),
	);

	/**
	 * Registers what is called later.
	 */
	public static function hook(): void {
		register_activation_hook( SKIN_QUIZ_FILE, array( self::class, 'activate' ) );
		add_action( 'init', array( self::class, 'translate' ), 1 );
		add_action( 'init', array( self::class, 'ensure' ), 9 );
	}

	/**
	 * Reads the plug-in's own translations.
	 */
	public static function translate(): void {
		load_plugin_textdomain( 'skin-quiz', false, dirname( plugin_basename( SKIN_QUIZ_FILE ) ) . '/languages' );
	}

	/**
	 * Sets the site up as the plug-in is activated.
	 */
	public static function activate(): void {
		Versions::register();
		self::set_up();
	}

	/**
	 * Sets the site up unless this version of the plug-in has.
	 */
	public static function ensure(): void {
		if ( SKIN_QUIZ_VERSION !== get_option( self::INSTALLED ) && ! get_transient( self::FAILED ) ) {
			self::set_up();
		}
	}

	/**
	 * Sets the site up. What goes wrong is told on the plug-in's page, and tried again a while later.
	 */
	private static function set_up(): void {
		try {
			Lock::hold(
				function () {
					wp_cache_delete( self::INSTALLED, 'options' );
					if ( false === get_option( self::INSTALLED ) ) {
						self::give_roles();
					}
					Program::install();
					Server::set_up();
					update_option( self::INSTALLED, SKIN_QUIZ_VERSION );
					delete_transient( self::FAILED );
				}
			);
		} catch ( Refused $refused ) {
			set_transient( self::FAILED, $refused->getMessage(), 5 * MINUTE_IN_SECONDS );
		}
	}

	/**
	 * Gives the capabilities to roles. Afterwards they are the site's to change.
	 */
	private static function give_roles(): void {
		/**
		 * The capabilities that roles are given when a site is set up.
		 *
		 * @param array<string, string[]> $roles The capabilities, by role.
		 */
		foreach ( (array) apply_filters( 'skin_quiz_roles', self::ROLES ) as $name => $capabilities ) {
			$role = get_role( $name );
			if ( $role ) {
				array_map( array( $role, 'add_cap' ), (array) $capabilities );
			}
		}
	}
}
