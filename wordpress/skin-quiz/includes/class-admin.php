<?php
/**
 * The plug-in's pages in wp-admin.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * The studio, what the clinic is called, and what was published before.
 */
final class Admin {

	const STUDIO = 'skin-quiz';

	const SETTINGS = 'skin-quiz-settings';

	const VERSIONS = 'skin-quiz-versions';

	/**
	 * Registers what is called later.
	 */
	public static function hook(): void {
		add_action( 'admin_menu', array( self::class, 'add' ) );
		add_action( 'admin_enqueue_scripts', array( self::class, 'enqueue' ) );
		add_action( 'admin_notices', array( self::class, 'notice' ) );
		foreach ( array( 'clinic', 'removal', 'back' ) as $action ) {
			add_action( "admin_post_skin_quiz_$action", array( self::class, "take_$action" ) );
		}
		add_filter( 'plugin_action_links_' . plugin_basename( SKIN_QUIZ_FILE ), array( self::class, 'link' ) );
	}

	/**
	 * The address of a page.
	 *
	 * @param string $page Which one.
	 */
	public static function url( string $page ): string {
		return admin_url( "admin.php?page=$page" );
	}

	/**
	 * Adds the pages to the menu.
	 */
	public static function add(): void {
		$title = __( 'Skin quiz', 'skin-quiz' );
		add_menu_page( $title, $title, 'edit_posts', self::STUDIO, array( self::class, 'show_studio' ), 'dashicons-clipboard', 58 );
		add_submenu_page( self::STUDIO, $title, __( 'Studio', 'skin-quiz' ), 'edit_posts', self::STUDIO, array( self::class, 'show_studio' ) );
		add_submenu_page( self::STUDIO, __( 'Versions', 'skin-quiz' ), __( 'Versions', 'skin-quiz' ), 'skin_quiz_publish', self::VERSIONS, array( self::class, 'show_versions' ) );
		add_submenu_page( self::STUDIO, __( 'Settings', 'skin-quiz' ), __( 'Settings', 'skin-quiz' ), 'skin_quiz_publish', self::SETTINGS, array( self::class, 'show_settings' ) );
	}

	/**
	 * Adds a link to the list of plug-ins.
	 *
	 * @param string[] $links Those that are there.
	 * @return string[]
	 */
	public static function link( array $links ): array {
		$link = '<a href="' . esc_url( self::url( self::SETTINGS ) ) . '">' . esc_html__( 'Settings', 'skin-quiz' ) . '</a>';
		return array_merge( array( $link ), $links );
	}

	/**
	 * Loads the studio's script on its page.
	 *
	 * @param string $hook Which page it is.
	 */
	public static function enqueue( string $hook ): void {
		if ( 'toplevel_page_' . self::STUDIO !== $hook ) {
			return;
		}
		wp_enqueue_script( 'skin-quiz-studio', plugins_url( 'admin/studio.js', SKIN_QUIZ_FILE ), array(), SKIN_QUIZ_VERSION, true );
		wp_add_inline_script( 'skin-quiz-studio', 'window.skinQuizStudio = ' . wp_json_encode( self::told(), JSON_HEX_TAG ) . ';', 'before' );
	}

	/**
	 * Says on every page of wp-admin what has to be done first.
	 */
	public static function notice(): void {
		$failed = get_transient( Setup::FAILED );
		if ( $failed && current_user_can( 'activate_plugins' ) ) {
			echo '<div class="notice notice-error"><p>' . esc_html( (string) $failed ) . '</p></div>';
		}
		$clinic = Clinic::of_quiz( Folder::FIRST );
		$page   = get_current_screen();
		if ( current_user_can( 'skin_quiz_publish' ) && $clinic && $clinic->is_placeholder() && $page && false === strpos( $page->id, self::SETTINGS ) ) {
			echo '<div class="notice notice-warning"><p>' . esc_html__( 'The skin quiz is not set up yet: visitors see nothing of it.', 'skin-quiz' ) . ' <a href="' . esc_url( self::url( self::SETTINGS ) ) . '">' . esc_html__( 'Set it up', 'skin-quiz' ) . '</a></p></div>';
		}
	}

	/**
	 * Shows the studio.
	 */
	public static function show_studio(): void {
		$quizzes = Folder::quizzes();
		$current = self::quiz();
		echo '<div class="wrap"><h1>' . esc_html__( 'Skin quiz', 'skin-quiz' ) . '</h1>';
		if ( count( $quizzes ) > 1 ) {
			echo '<p>';
			foreach ( $quizzes as $quiz ) {
				$mark = $quiz === $current ? ' aria-current="page"' : '';
				echo '<a class="button" href="' . esc_url( add_query_arg( 'quiz', $quiz, self::url( self::STUDIO ) ) ) . '"' . $mark . '>' . esc_html( $quiz ) . '</a> '; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- one of two texts above.
			}
			echo '</p>';
		}
		echo '<iframe id="skin-quiz-studio" title="' . esc_attr__( 'Studio', 'skin-quiz' ) . '" style="display:block;width:100%;height:calc(100vh - 9rem);min-height:40rem;border:1px solid #c3c4c7;background:#fff"></iframe></div>';
	}

	/**
	 * Shows the settings.
	 */
	public static function show_settings(): void {
		$clinic  = Clinic::of_quiz( Folder::FIRST );
		$is_new  = ! $clinic || $clinic->is_placeholder();
		$written = ! $clinic || $is_new ? array( '', '', '' ) : array( $clinic->name, $clinic->booking, preg_replace( '/^tel:/', '', $clinic->contact ) );
		$typed   = get_transient( self::key() );
		delete_transient( self::key() );
		$fields = array(
			'name'    => array( __( 'Name of the clinic', 'skin-quiz' ), '' ),
			'booking' => array( __( 'Where visitors book', 'skin-quiz' ), __( 'Such as www.my-clinic.com/book.', 'skin-quiz' ) ),
			'phone'   => array( __( 'Telephone', 'skin-quiz' ), __( 'With its area code, such as +44 20 7946 0000.', 'skin-quiz' ) ),
		);
		echo '<div class="wrap"><h1>' . esc_html__( 'Skin quiz: settings', 'skin-quiz' ) . '</h1>';
		self::show_outcome();
		self::begin_form( 'clinic' );
		if ( $is_new ) {
			echo '<p>' . esc_html__( 'Not set up yet. Visitors see the quiz once it knows your clinic.', 'skin-quiz' ) . '</p>';
		}
		echo '<input type="hidden" name="version" value="' . esc_attr( Folder::version() ) . '"><table class="form-table" role="presentation">';
		foreach ( array_keys( $fields ) as $index => $name ) {
			$value = is_array( $typed ) ? $typed[ $name ] : $written[ $index ];
			echo '<tr><th scope="row"><label for="skin-quiz-' . esc_attr( $name ) . '">' . esc_html( $fields[ $name ][0] ) . '</label></th><td><input class="regular-text" required id="skin-quiz-' . esc_attr( $name ) . '" name="' . esc_attr( $name ) . '" value="' . esc_attr( $value ) . '"><p class="description">' . esc_html( $fields[ $name ][1] ) . '</p></td></tr>';
		}
		echo '</table>';
		submit_button( __( 'Save and publish', 'skin-quiz' ), 'primary', 'skin-quiz-save' );
		echo '</form>';
		if ( current_user_can( 'manage_options' ) ) {
			self::show_removal();
		}
		echo '</div>';
	}

	/**
	 * Shows what was published before.
	 */
	public static function show_versions(): void {
		echo '<div class="wrap"><h1>' . esc_html__( 'Skin quiz: versions', 'skin-quiz' ) . '</h1>';
		self::show_outcome();
		$versions = Versions::all();
		if ( ! $versions ) {
			echo '<p>' . esc_html__( 'Nothing was published yet.', 'skin-quiz' ) . '</p></div>';
			return;
		}
		echo '<table class="widefat striped"><thead><tr><th scope="col">' . esc_html__( 'When', 'skin-quiz' ) . '</th><th scope="col">' . esc_html__( 'Who', 'skin-quiz' ) . '</th><th scope="col">' . esc_html__( 'What', 'skin-quiz' ) . '</th><th scope="col"></th></tr></thead><tbody>';
		foreach ( $versions as $index => $version ) {
			echo '<tr><td>' . esc_html( (string) get_the_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $version ) ) . '</td><td>' . esc_html( Versions::author( $version ) ) . '</td><td>' . esc_html( $version->post_excerpt ) . '</td><td>';
			if ( 0 === $index ) {
				esc_html_e( 'Published now', 'skin-quiz' );
			} else {
				self::begin_form( 'back' );
				echo '<input type="hidden" name="version" value="' . esc_attr( (string) $version->ID ) . '"><button class="button">' . esc_html__( 'Go back to this one', 'skin-quiz' ) . '</button></form>';
			}
			echo '</td></tr>';
		}
		echo '</tbody></table></div>';
	}

	/**
	 * Takes the clinic's name and addresses.
	 */
	public static function take_clinic(): void {
		self::allow( 'clinic', 'skin_quiz_publish' );
		$typed = array();
		foreach ( array( 'name', 'booking', 'phone', 'version' ) as $name ) {
			// phpcs:ignore WordPress.Security -- verified above; WordPress's own functions take %20 out of addresses, and Clinic lets through only what is one.
			$value          = wp_unslash( $_POST[ $name ] ?? '' );
			$typed[ $name ] = is_string( $value ) ? wp_check_invalid_utf8( wp_strip_all_tags( $value, true ) ) : '';
		}
		try {
			Publication::set_clinic( Clinic::written( $typed['name'], $typed['booking'], $typed['phone'] ), $typed['version'] );
			self::done( self::SETTINGS, __( 'Published. Visitors see it from now on.', 'skin-quiz' ) );
		} catch ( Refused $refused ) {
			set_transient( self::key(), $typed, MINUTE_IN_SECONDS );
			self::done( self::SETTINGS, $refused->getMessage(), false );
		}
	}

	/**
	 * Takes what is to become of the data.
	 */
	public static function take_removal(): void {
		self::allow( 'removal', 'manage_options' );
		$removal = sanitize_key( wp_unslash( $_POST['removal'] ?? '' ) ); // phpcs:ignore WordPress.Security.NonceVerification.Missing -- verified above.
		update_option( Setup::REMOVAL, 'delete' === $removal ? 'delete' : 'keep', false );
		self::done( self::SETTINGS, __( 'Saved.', 'skin-quiz' ) );
	}

	/**
	 * Goes back to what was published before.
	 */
	public static function take_back(): void {
		self::allow( 'back', 'skin_quiz_publish' );
		try {
			Publication::go_back( absint( $_POST['version'] ?? 0 ) ); // phpcs:ignore WordPress.Security.NonceVerification.Missing -- verified above.
			self::done( self::VERSIONS, __( 'Published. Visitors see that version from now on.', 'skin-quiz' ) );
		} catch ( Refused $refused ) {
			self::done( self::VERSIONS, $refused->getMessage(), false );
		}
	}

	/**
	 * What the studio's page and its script are told.
	 *
	 * @return array<string, mixed>
	 */
	private static function told(): array {
		return array(
			'studio'  => add_query_arg( 'data', self::quiz(), Folder::url( 'studio.html' ) ),
			'route'   => rest_url( Site_Health::ROUTE . '/publication' ),
			'renewal' => admin_url( 'admin-ajax.php?action=rest-nonce' ),
			'nonce'   => wp_create_nonce( 'wp_rest' ),
			'version' => Folder::version(),
			'host'    => array(
				'name'      => html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ),
				'publishes' => current_user_can( 'skin_quiz_publish' ),
				'signs'     => current_user_can( 'skin_quiz_sign' ),
				'shipped'   => Program::newer(),
				'stale'     => (bool) get_option( Program::STALE ),
			),
			'words'   => array(
				'signedOut'  => __( 'Nothing was published, for you are signed out. Sign in to WordPress in another tab, come back here and publish again; your draft is kept.', 'skin-quiz' ),
				'notAllowed' => __( 'Nothing was published, for you may not. Ask an administrator of this website.', 'skin-quiz' ),
				'tooLarge'   => __( 'Nothing was published, for the server did not take what was sent. Make pictures smaller, or ask whoever runs the server to raise post_max_size.', 'skin-quiz' ),
				'server'     => __( 'Nothing may have been published, for the server did not answer as it should. Look at the website, and publish again in a while; your draft is kept.', 'skin-quiz' ),
			),
		);
	}

	/**
	 * The quiz that is to be edited.
	 */
	private static function quiz(): string {
		$quiz = sanitize_key( wp_unslash( $_GET['quiz'] ?? '' ) ); // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- says what to show, and changes nothing.
		return in_array( $quiz, Folder::quizzes(), true ) ? $quiz : Folder::FIRST;
	}

	/**
	 * Asks what is to become of the data.
	 */
	private static function show_removal(): void {
		$removal = get_option( Setup::REMOVAL, 'keep' );
		$choices = array(
			'keep'   => __( 'Keep the quiz’s texts, pictures and versions, so that they are there again if you install it anew', 'skin-quiz' ),
			'delete' => __( 'Delete them too', 'skin-quiz' ),
		);
		echo '<h2>' . esc_html__( 'When the plug-in is deleted', 'skin-quiz' ) . '</h2>';
		self::begin_form( 'removal' );
		foreach ( $choices as $choice => $label ) {
			echo '<p><label><input type="radio" name="removal" value="' . esc_attr( $choice ) . '"' . checked( $choice, $removal, false ) . '> ' . esc_html( $label ) . '</label></p>';
		}
		submit_button( __( 'Save', 'skin-quiz' ), 'secondary', 'skin-quiz-removal' );
		echo '</form>';
	}

	/**
	 * Begins a form whose action is one of this class.
	 *
	 * @param string $action Which one.
	 */
	private static function begin_form( string $action ): void {
		echo '<form method="post" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '"><input type="hidden" name="action" value="' . esc_attr( "skin_quiz_$action" ) . '">';
		wp_nonce_field( "skin_quiz_$action" );
	}

	/**
	 * Ends a request that did not come from the form, or from somebody who may not send it.
	 *
	 * @param string $action     The form's.
	 * @param string $capability What is needed.
	 */
	private static function allow( string $action, string $capability ): void {
		check_admin_referer( "skin_quiz_$action" );
		if ( ! current_user_can( $capability ) ) {
			wp_die( esc_html__( 'You may not do this. Ask an administrator of this website.', 'skin-quiz' ), '', array( 'response' => 403 ) );
		}
	}

	/**
	 * Goes back to a page and says there what came of it.
	 *
	 * @param string $page    Which one.
	 * @param string $message What to say.
	 * @param bool   $is_well Whether it was done.
	 */
	private static function done( string $page, string $message, bool $is_well = true ): void {
		set_transient( self::key( 'said' ), array( $message, $is_well ), MINUTE_IN_SECONDS );
		wp_safe_redirect( self::url( $page ) );
		exit;
	}

	/**
	 * Says what came of the form that was sent.
	 */
	private static function show_outcome(): void {
		$said = get_transient( self::key( 'said' ) );
		if ( is_array( $said ) ) {
			delete_transient( self::key( 'said' ) );
			echo '<div class="notice notice-' . ( $said[1] ? 'success' : 'error' ) . '"><p>' . esc_html( $said[0] ) . '</p></div>';
		}
	}

	/**
	 * Where something is kept for the current person until the next page.
	 *
	 * @param string $kind What.
	 */
	private static function key( string $kind = 'typed' ): string {
		return "skin_quiz_{$kind}_" . get_current_user_id();
	}
}
