<?php
/**
 * Privacy.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Suggests what to say of the quiz in the site's privacy policy.
 */
final class Privacy {

	/**
	 * Registers what is called later.
	 */
	public static function hook(): void {
		add_action( 'admin_init', array( self::class, 'suggest' ) );
	}

	/**
	 * Suggests the text.
	 */
	public static function suggest(): void {
		$text = array(
			__( 'The skin quiz on our website runs in your browser. Your answers stay on your device: they are not sent to us or to anybody else, and nothing is kept when you close the page. The quiz sets no cookies.', 'skin-quiz' ),
			__( 'If you choose to take a summary along, it goes only where you send it yourself, as in a message to us. As for every page, our server notes the address of the device that asks for it.', 'skin-quiz' ),
		);
		wp_add_privacy_policy_content( __( 'Skin quiz', 'skin-quiz' ), '<p>' . implode( '</p><p>', array_map( 'esc_html', $text ) ) . '</p>' );
	}
}
