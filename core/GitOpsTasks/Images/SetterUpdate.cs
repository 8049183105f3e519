using GitOpsTasks.Contracts;

namespace GitOpsTasks.Images;

/// <summary>
/// What every scalar is to become that Flux's marker <c># {"$imagepolicy": "NAMESPACE:NAME"}</c> gives to an image policy.
/// </summary>
/// <param name="Policy">Namespace and name of the policy, with a colon between them.</param>
/// <param name="Image">The image the policy chose; it has a tag.</param>
public sealed record SetterUpdate(string Policy, ImageReference Image)
{
    /// <summary>Reads an argument of the form <c>NAMESPACE:NAME=IMAGE:TAG[@DIGEST]</c>.</summary>
    /// <exception cref="TaskFailedException">GOT3042: it has another form.</exception>
    public static SetterUpdate Parse(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var policy = equals > 0 ? argument[..equals].Split(':') : [];
        return policy is [{ Length: > 0 }, { Length: > 0 }] && ImageReference.TryParse(argument[(equals + 1)..], out var image) && image.Tag is not null
            ? new SetterUpdate(argument[..equals], image)
            : throw TaskFailedException.Usage(
                ImageCodes.SetterInvalid,
                $"'{argument}' cannot be used for --setter.",
                "Write NAMESPACE:NAME=IMAGE:TAG or NAMESPACE:NAME=IMAGE:TAG@DIGEST, with namespace and name of the ImagePolicy.");
    }

    /// <summary>The same as an update of the image, for messages and places.</summary>
    public ImageUpdate ToUpdate() => new(Image.Name, null, Image.Tag, Image.Digest);
}
