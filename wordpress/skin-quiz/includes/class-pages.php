<?php
/**
 * The quiz's pages and the templates that they are made from.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * The shipped pages with marks in them, and what becomes of published pages when these change.
 */
final class Pages {

	const TEMPLATES = array(
		'page'  => 'index.template.html',
		'plain' => 'plain.template.html',
	);

	/**
	 * The templates that lie in a folder, by kind.
	 *
	 * @param string $folder The folder.
	 * @return array<string, Page_Template>
	 */
	public static function templates( string $folder ): array {
		$templates = array();
		foreach ( self::TEMPLATES as $kind => $name ) {
			$page = Folder::content( "$folder/$name" );
			if ( null !== $page ) {
				$templates[ $kind ] = new Page_Template( $page );
			}
		}
		return $templates;
	}

	/**
	 * A page with another clinic in its words, and nothing else changed.
	 *
	 * @param Page_Template $template The page without its words.
	 * @param string        $html     The page.
	 * @param Clinic        $before   The clinic that it has.
	 * @param Clinic        $after    The one that it is to have.
	 * @throws Refused If the page is not of this template.
	 */
	public static function of_clinic( Page_Template $template, string $html, Clinic $before, Clinic $after ): string {
		$fragments = array();
		foreach ( $template->fragments( $html ) as $name => $fragment ) {
			$is_json            = '{' === substr( ltrim( $fragment ), 0, 1 );
			$fragments[ $name ] = $is_json ? $fragment : $after->in_markup( $before, $fragment );
		}
		return (string) $template->filled( $fragments );
	}

	/**
	 * A published page made anew with another template, or nothing if its words may mean something else there.
	 *
	 * @param Page_Template|null $before The template that it was made from.
	 * @param Page_Template|null $after  The other.
	 * @param string|null        $html   The page.
	 */
	public static function carried( ?Page_Template $before, ?Page_Template $after, ?string $html ): ?string {
		try {
			return $before && $after && null !== $html ? $after->filled( $before->fragments( $html ) ) : null;
		} catch ( Refused $refused ) {
			return null;
		}
	}

	/**
	 * Whether two programs write the same words into the same page.
	 *
	 * @param Page_Template|null $before The one's template.
	 * @param string|null        $one    Its page.
	 * @param Page_Template|null $after  The other's template.
	 * @param string|null        $other  Its page.
	 */
	public static function are_alike( ?Page_Template $before, ?string $one, ?Page_Template $after, ?string $other ): bool {
		return null !== $other && self::carried( $before, $after, $one ) === $other;
	}
}
