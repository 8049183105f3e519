using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Flux;

/// <summary>A scalar that belongs to an image policy; it is named by the policy.</summary>
internal sealed record MarkedSite : ImageSite
{
    private readonly YamlNode _scalar;
    private readonly string? _part;

    private MarkedSite(PolicyMarker marker, ImageReference current, YamlNode scalar)
        : base(marker.Policy, current) => (_part, _scalar) = (marker.Part, scalar);

    /// <inheritdoc />
    public override bool IsPart => _part is not null;

    /// <summary>The place that a marker makes of a scalar.</summary>
    public static MarkedSite Of(PolicyMarker marker, YamlNode scalar)
    {
        var text = scalar.Value;
        return new MarkedSite(
            marker,
            marker.Part switch
            {
                null when ImageReference.TryParse(text, out var reference) => reference,
                "name" => new ImageReference(text),
                "tag" => new ImageReference("", text),
                "digest" => new ImageReference("", Digest: text),
                _ => new ImageReference(""),
            },
            scalar);
    }

    /// <inheritdoc />
    public override IReadOnlyList<FieldChange> Set(YamlEditor editor, ImageUpdate update)
    {
        var text = _part switch
        {
            "name" => update.Name,
            "tag" => update.Tag!,
            "digest" => update.Digest ?? throw DigestUnknown(update),
            _ => new ImageReference(update.Name, update.Tag, update.Digest).ToString(),
        };
        var isText = _scalar.Style != YamlStyle.Plain || PlainScalar.IsString(_scalar.Value);
        if (isText && _scalar.Value == text)
            return [];
        editor.Replace(_scalar, text);
        return [new FieldChange(_scalar.Place, _part ?? "image", update.Name, _scalar.Value, text)];
    }

    private TaskFailedException DigestUnknown(ImageUpdate update) => TaskFailedException.Findings(
        EditCodes.DigestUnknown,
        $"The marker of '{Name}' asks for the digest of '{update.Name}:{update.Tag}', which was not given.",
        "Give it, as --setter NAMESPACE:NAME=IMAGE:TAG@DIGEST.",
        _scalar.Place);
}
