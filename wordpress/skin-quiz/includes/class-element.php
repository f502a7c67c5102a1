<?php
/**
 * The quiz on a page.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * The block and the shortcode: both are the quiz's element with a plain link in it. The script is the
 * plug-in's, so that no script stands in a post.
 */
final class Element {

	/**
	 * The element's attributes, by those of the block. The shortcode's are those of the block in lower case,
	 * with `_` before what was a capital.
	 */
	const ATTRIBUTES = array(
		'quiz'         => 'data',
		'lang'         => 'lang',
		'theme'        => 'theme',
		'accent'       => 'accent',
		'surface'      => 'surface',
		'text'         => 'text',
		'radius'       => 'radius',
		'font'         => 'font',
		'headingLevel' => 'heading-level',
		'bookingUrl'   => 'booking-url',
		'contact'      => 'contact',
		'storage'      => 'storage',
		'height'       => 'height',
		'loading'      => 'loading',
		'dataLayer'    => 'data-layer',
	);

	const SCRIPT = 'skin-quiz';

	/**
	 * Registers what is called later.
	 */
	public static function hook(): void {
		add_action( 'init', array( self::class, 'register' ) );
		add_action( 'enqueue_block_editor_assets', array( self::class, 'tell_editor' ) );
	}

	/**
	 * Registers the block, the shortcode and their scripts.
	 */
	public static function register(): void {
		wp_register_script( self::SCRIPT, Folder::url( 'embed.js' ), array(), SKIN_QUIZ_VERSION, true );
		wp_register_script( 'skin-quiz-editor', plugins_url( 'block/editor.js', SKIN_QUIZ_FILE ), array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ), SKIN_QUIZ_VERSION, true );
		register_block_type( dirname( SKIN_QUIZ_FILE ) . '/block', array( 'render_callback' => array( self::class, 'block' ) ) );
		add_shortcode( 'skin_quiz', array( self::class, 'shortcode' ) );
	}

	/**
	 * The block's HTML.
	 *
	 * @param array<string, mixed> $attributes The block's.
	 */
	public static function block( array $attributes ): string {
		$quiz = self::html( $attributes );
		return '' === $quiz ? '' : '<div ' . get_block_wrapper_attributes() . ">$quiz</div>";
	}

	/**
	 * The shortcode's HTML.
	 *
	 * @param array<string, string>|string $attributes The shortcode's.
	 */
	public static function shortcode( $attributes ): string {
		$given = array();
		foreach ( array_keys( self::ATTRIBUTES ) as $name ) {
			$short = strtolower( (string) preg_replace( '/[A-Z]/', '_$0', $name ) );
			$value = is_array( $attributes ) ? $attributes[ $short ] ?? $attributes[ self::ATTRIBUTES[ $name ] ] ?? null : null;
			if ( null !== $value ) {
				$given[ $name ] = $value;
			}
		}
		return self::html( $given );
	}

	/**
	 * What the element has where the page does not say otherwise.
	 *
	 * @return array<string, string>
	 */
	public static function defaults(): array {
		return array(
			'lang'          => str_replace( '_', '-', get_locale() ),
			'heading-level' => '2',
		) + Appearance::attributes();
	}

	/**
	 * Tells the editor what the block needs to know.
	 */
	public static function tell_editor(): void {
		$quizzes = array();
		foreach ( Folder::quizzes() as $quiz ) {
			$quizzes[ $quiz ] = self::is_ready( $quiz );
		}
		$told = array(
			'src'      => Folder::url( 'index.html' ),
			'script'   => add_query_arg( 'ver', SKIN_QUIZ_VERSION, Folder::url( 'embed.js' ) ),
			'names'    => self::ATTRIBUTES,
			'defaults' => self::defaults(),
			'fields'   => self::fields(),
			'quizzes'  => $quizzes,
			'setup'    => current_user_can( 'skin_quiz_publish' ) ? Admin::url( Admin::SETTINGS ) : '',
			'words'    => array(
				'notReady' => __( 'Not set up yet: visitors see nothing here. The quiz does not know your clinic.', 'skin-quiz' ),
				'setUp'    => __( 'Set up the skin quiz', 'skin-quiz' ),
				'look'     => __( 'Look', 'skin-quiz' ),
				'more'     => __( 'More', 'skin-quiz' ),
				'usual'    => __( 'Default', 'skin-quiz' ),
			),
		);
		wp_add_inline_script( 'skin-quiz-editor', 'window.skinQuizBlock = ' . wp_json_encode( $told, JSON_HEX_TAG ) . ';', 'before' );
	}

	/**
	 * The quiz's HTML.
	 *
	 * @param array<string, mixed> $given The block's attributes.
	 */
	private static function html( array $given ): string {
		$quiz = (string) ( $given['quiz'] ?? '' );
		$quiz = preg_match( '/^[a-z0-9-]+$/D', $quiz ) ? $quiz : Folder::FIRST;
		if ( ! self::is_ready( $quiz ) ) {
			return self::not_ready();
		}
		// The page has this one's first question in it, and shows it sooner where no other is asked for.
		$given['quiz'] = Folder::FIRST === $quiz ? null : $quiz;
		$attributes    = array( 'src' => Folder::url( 'index.html' ) ) + self::asked( $given );
		$link          = add_query_arg( array_intersect_key( $attributes, array_flip( array( 'data', 'lang' ) ) ), $attributes['src'] );
		$fallback      = '<a href="' . esc_url( $link ) . '">' . esc_html__( 'Take the skin quiz', 'skin-quiz' ) . '</a>';
		if ( is_feed() ) {
			return "<p>$fallback</p>";
		}
		wp_enqueue_script( self::SCRIPT );
		$html = '<skin-quiz';
		foreach ( $attributes as $name => $value ) {
			$html .= ' ' . $name . '="' . ( 'src' === $name ? esc_url( $value ) : esc_attr( $value ) ) . '"';
		}
		return "$html>$fallback</skin-quiz>";
	}

	/**
	 * The element's attributes.
	 *
	 * @param array<string, mixed> $given The block's.
	 * @return array<string, string>
	 */
	private static function asked( array $given ): array {
		$asked = self::defaults();
		if ( ! empty( $given['surface'] ) && is_string( $given['surface'] ) ) {
			// The theme's words and scheme are for the theme's background.
			unset( $asked['text'] );
			$asked['theme'] = Appearance::scheme( trim( $given['surface'] ) );
		}
		foreach ( self::ATTRIBUTES as $name => $attribute ) {
			$value = $given[ $name ] ?? null;
			if ( 'data-layer' === $attribute ) {
				$value = in_array( $value, array( null, false, '', 'false', '0' ), true ) ? null : 'true';
			}
			if ( is_scalar( $value ) && '' !== trim( (string) $value ) ) {
				$asked[ $attribute ] = trim( (string) $value );
			}
		}
		return array_filter( $asked, 'strlen' );
	}

	/**
	 * Whether a quiz speaks for a clinic that there is.
	 *
	 * @param string $quiz The name of its data file.
	 */
	private static function is_ready( string $quiz ): bool {
		$clinic = Clinic::of_quiz( $quiz );
		return $clinic && ! $clinic->is_placeholder();
	}

	/**
	 * What is shown in the place of a quiz that is not set up: to visitors nothing.
	 */
	private static function not_ready(): string {
		if ( ! current_user_can( 'edit_posts' ) ) {
			return '';
		}
		$html = esc_html__( 'Skin quiz: not set up yet. Visitors see nothing here.', 'skin-quiz' );
		if ( current_user_can( 'skin_quiz_publish' ) ) {
			$html .= ' <a href="' . esc_url( Admin::url( Admin::SETTINGS ) ) . '">' . esc_html__( 'Set it up', 'skin-quiz' ) . '</a>';
		}
		return "<p class=\"skin-quiz-not-ready\">$html</p>";
	}

	/**
	 * The fields by which the editor asks for attributes.
	 *
	 * @return array<int, array<string, mixed>>
	 */
	private static function fields(): array {
		$fields = array(
			array( 'quiz', 'more', __( 'Which quiz', 'skin-quiz' ), __( 'The name of its data file.', 'skin-quiz' ), array_merge( array( '' ), Folder::quizzes() ) ),
			array( 'lang', 'more', __( 'Language', 'skin-quiz' ), __( 'Such as es or ar. Empty: the language of this website.', 'skin-quiz' ) ),
			array( 'theme', 'look', __( 'Light or dark', 'skin-quiz' ), '', array( '', 'light', 'dark', 'auto' ) ),
			array( 'accent', 'look', __( 'Colour of buttons and links', 'skin-quiz' ), __( 'Such as #884455.', 'skin-quiz' ) ),
			array( 'surface', 'look', __( 'Colour of the background', 'skin-quiz' ), '' ),
			array( 'text', 'look', __( 'Colour of the words', 'skin-quiz' ), '' ),
			array( 'radius', 'look', __( 'Round corners', 'skin-quiz' ), __( 'Such as 0 or 4px.', 'skin-quiz' ) ),
			array( 'font', 'look', __( 'Font', 'skin-quiz' ), __( 'One that visitors have, such as Georgia, serif.', 'skin-quiz' ) ),
			array( 'headingLevel', 'more', __( 'Level of its first heading', 'skin-quiz' ), '', array( '', '2', '3', '4', '5', '6' ) ),
			array( 'bookingUrl', 'more', __( 'Where to book', 'skin-quiz' ), __( 'Empty: as in the quiz.', 'skin-quiz' ) ),
			array( 'contact', 'more', __( 'Where to ask', 'skin-quiz' ), __( 'Empty: as in the quiz.', 'skin-quiz' ) ),
			array( 'storage', 'more', __( 'Keep answers until the tab is closed', 'skin-quiz' ), __( 'Only where the quiz has an address of its own.', 'skin-quiz' ), array( '', 'session' ) ),
			array( 'height', 'more', __( 'Height kept free, in pixels', 'skin-quiz' ), '' ),
			array( 'loading', 'more', __( 'When it loads', 'skin-quiz' ), __( 'Empty: when it comes near the view.', 'skin-quiz' ), array( '', 'eager' ) ),
			array( 'dataLayer', 'more', __( 'Tell the tag manager of every step', 'skin-quiz' ), '', 'switch' ),
		);
		return array_map(
			function ( array $field ): array {
				return array_combine( array( 'name', 'panel', 'label', 'help', 'choices' ), $field + array( 4 => null ) );
			},
			$fields
		);
	}
}
