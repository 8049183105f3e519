namespace GitOpsTasks.Lint.Schema;

/// <summary>Codes of findings of the schema layer.</summary>
public static class SchemaCodes
{
    /// <summary>A mapping has a field that its schema does not know: API servers drop it, or refuse the manifest.</summary>
    public const string UnknownField = "GOT2201";

    /// <summary>A value has another type than its schema wants.</summary>
    public const string WrongType = "GOT2202";

    /// <summary>A mapping lacks a field that its schema requires.</summary>
    public const string MissingField = "GOT2203";

    /// <summary>A value is none of those that its schema lists.</summary>
    public const string NotInList = "GOT2204";

    /// <summary>A value has not the format or pattern of its schema.</summary>
    public const string WrongForm = "GOT2205";

    /// <summary>A number, a length or a count is outside the limits of its schema.</summary>
    public const string OutOfLimits = "GOT2206";

    /// <summary>A value is null where its schema wants another: API servers drop the field.</summary>
    public const string UnexpectedNull = "GOT2207";

    /// <summary>A value meets none, or more than one, of the alternatives of its schema.</summary>
    public const string NoAlternative = "GOT2208";

    /// <summary>A manifest lacks apiVersion or kind.</summary>
    public const string NoKind = "GOT2209";

    /// <summary>A version of an API is no longer served by the Kubernetes, Flux or Argo that is the target.</summary>
    public const string RemovedApi = "GOT2210";

    /// <summary>A version of an API is deprecated.</summary>
    public const string DeprecatedApi = "GOT2211";

    /// <summary>Kubernetes has no such kind in that version of its API.</summary>
    public const string UnknownKind = "GOT2212";

    /// <summary>A schema location could not be read.</summary>
    public const string SchemaUnreadable = "GOT2221";

    /// <summary>A schema location is not a template.</summary>
    public const string SchemaLocationMalformed = "GOT2222";

    /// <summary>Kinds were skipped, as there is no schema for them.</summary>
    public const string KindsSkipped = "GOT2230";

    /// <summary>Every manifest was skipped, as there is no schema for any of their kinds.</summary>
    public const string EverythingSkipped = "GOT2231";
}
