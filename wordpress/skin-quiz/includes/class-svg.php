<?php
/**
 * Drawings.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Accepts a drawing that draws and does nothing else.
 */
final class Svg {

	const NAMESPACE_URI = 'http://www.w3.org/2000/svg';

	const XLINK = 'http://www.w3.org/1999/xlink';

	const ELEMENTS = array( 'circle', 'clipPath', 'defs', 'desc', 'ellipse', 'g', 'line', 'linearGradient', 'mask', 'path', 'pattern', 'polygon', 'polyline', 'radialGradient', 'rect', 'stop', 'svg', 'symbol', 'text', 'title', 'tspan', 'use' );

	const ATTRIBUTES = array( 'aria-hidden', 'aria-label', 'class', 'clip-path', 'clip-rule', 'clipPathUnits', 'color', 'cx', 'cy', 'd', 'dx', 'dy', 'fill', 'fill-opacity', 'fill-rule', 'focusable', 'font-family', 'font-size', 'font-weight', 'fx', 'fy', 'gradientTransform', 'gradientUnits', 'height', 'href', 'id', 'mask', 'maskContentUnits', 'maskUnits', 'offset', 'opacity', 'paint-order', 'pathLength', 'patternContentUnits', 'patternTransform', 'patternUnits', 'points', 'preserveAspectRatio', 'r', 'role', 'rx', 'ry', 'spreadMethod', 'stop-color', 'stop-opacity', 'stroke', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width', 'text-anchor', 'transform', 'vector-effect', 'version', 'viewBox', 'width', 'x', 'x1', 'x2', 'y', 'y1', 'y2' );

	/**
	 * Whether a drawing draws and does nothing else.
	 *
	 * @param string $content The file.
	 */
	public static function is_safe( string $content ): bool {
		if ( ! class_exists( '\DOMDocument' ) || preg_match( '/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)|<\?(?!xml )/i', $content ) ) {
			return false;
		}
		$document = new \DOMDocument();
		$before   = libxml_use_internal_errors( true );
		$is_read  = '' !== $content && $document->loadXML( $content, LIBXML_NONET );
		libxml_clear_errors();
		libxml_use_internal_errors( $before );
		// phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- the name is DOM's.
		$root = $is_read ? $document->documentElement : null;
		return $root && 'svg' === $root->nodeName && self::is_safe_node( $root ); // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase
	}

	/**
	 * Whether an element and what is in it only draw.
	 *
	 * @param \DOMElement $element The element.
	 */
	private static function is_safe_node( \DOMElement $element ): bool {
		// phpcs:disable WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- the names are DOM's.
		if ( self::NAMESPACE_URI !== $element->namespaceURI || ! in_array( $element->nodeName, self::ELEMENTS, true ) ) {
			return false;
		}
		foreach ( $element->attributes as $attribute ) {
			if ( ! self::is_safe_attribute( $attribute ) ) {
				return false;
			}
		}
		foreach ( $element->childNodes as $child ) {
			if ( $child instanceof \DOMElement ? ! self::is_safe_node( $child ) : ! in_array( $child->nodeType, array( XML_TEXT_NODE, XML_COMMENT_NODE ), true ) ) {
				return false;
			}
		}
		// phpcs:enable
		return true;
	}

	/**
	 * Whether an attribute leads nowhere.
	 *
	 * @param \DOMAttr $attribute The attribute.
	 */
	private static function is_safe_attribute( \DOMAttr $attribute ): bool {
		// phpcs:disable WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- the names are DOM's.
		$name  = $attribute->localName;
		$space = $attribute->namespaceURI;
		// phpcs:enable
		if ( null !== $space && '' !== $space && ! ( self::XLINK === $space && 'href' === $name ) ) {
			return 'http://www.w3.org/XML/1998/namespace' === $space && in_array( $name, array( 'lang', 'space' ), true );
		}
		if ( ! in_array( $name, self::ATTRIBUTES, true ) ) {
			return false;
		}
		$value = trim( $attribute->value );
		if ( 'href' === $name ) {
			return 1 === preg_match( '/^#[\w.-]+$/D', $value );
		}
		$without = (string) preg_replace( '/url\(\s*["\']?#[\w.-]+["\']?\s*\)/i', '', $value );
		return ! preg_match( '/url\s*\(|[\\\\<@]|script:|data:/i', $without );
	}
}
