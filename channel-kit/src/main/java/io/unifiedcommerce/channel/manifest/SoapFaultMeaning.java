package io.unifiedcommerce.channel.manifest;

/** Whose fault a SOAP fault is. */
public enum SoapFaultMeaning {
    /** The data was understood and refused: the same again is pointless. */
    REJECTED,
    /** The platform failed, perhaps after the request took effect. */
    TRANSIENT,
    /** The platform had no time for the request, which surely had no effect. */
    BUSY,
    /** The credentials are not accepted. */
    UNAUTHORIZED,
    /** The credentials lack a permission. */
    FORBIDDEN,
    /** The request is not one that the platform knows. */
    BROKEN
}
