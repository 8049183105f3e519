using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Images;

namespace GitOpsTasks.Build.Attestations;

/// <summary>
/// A list of what is in an image, as SPDX 2.3 describes it: the files of its own layers, the NuGet packages they were built with,
/// and its base. Licences are not looked into. The same image gives the same bytes.
/// </summary>
internal static class SpdxDocument
{
    /// <summary>The media type of such a document.</summary>
    public const string MediaType = "application/spdx+json";

    private const string Unknown = "NOASSERTION";
    private const string Document = "SPDXRef-DOCUMENT";
    private const string Image = "SPDXRef-Image";
    private const string Base = "SPDXRef-Base";

    /// <summary>The document for the image of one platform.</summary>
    public static async Task<JsonObject> OfAsync(
        ImagePlan plan, BuiltPlatform platform, BaseImage? below, CancellationToken cancellationToken)
    {
        var content = await SbomContent.OfAsync(platform.Layers, cancellationToken);
        var digest = platform.Manifest.Descriptor.Digest;
        var name = $"{plan.Spec.Repository}@{digest}";
        var relationships = new JsonArray { (JsonNode)Relationship(Document, "DESCRIBES", Image) };
        var packages = new JsonArray { (JsonNode)ImagePackage(plan, digest, content) };
        if (below is not null)
        {
            packages.Add((JsonNode)Package(Base, below.Name, below.Digest, "CONTAINER"));
            relationships.Add((JsonNode)Relationship(Image, "DESCENDANT_OF", Base));
        }

        foreach (var (package, id) in content.Packages.Select((package, i) => (package, $"SPDXRef-Package-{i + 1}")))
        {
            packages.Add((JsonNode)PackageOf(id, package));
            relationships.Add((JsonNode)Relationship(Image, "CONTAINS", id));
        }

        var files = new JsonArray();
        foreach (var (file, id) in content.Files.Select((file, i) => (file, $"SPDXRef-File-{i + 1}")))
        {
            files.Add((JsonNode)FileOf(id, file));
            relationships.Add((JsonNode)Relationship(Image, "CONTAINS", id));
        }

        return new JsonObject
        {
            ["spdxVersion"] = "SPDX-2.3",
            ["dataLicense"] = "CC0-1.0",
            ["SPDXID"] = Document,
            ["name"] = name,
            ["documentNamespace"] = $"https://spdx.org/spdxdocs/{Uri.EscapeDataString(plan.Spec.Name)}-{digest.Replace(':', '-')}",
            ["creationInfo"] = new JsonObject
            {
                ["created"] = ImageLabels.Time(plan.Created ?? DateTimeOffset.UnixEpoch),
                ["creators"] = new JsonArray { (JsonNode)"Tool: GitOpsTasks" },
            },
            ["packages"] = packages,
            ["files"] = files,
            ["relationships"] = relationships,
        };
    }

    private static JsonObject ImagePackage(ImagePlan plan, string digest, SbomContent content)
    {
        var package = Package(Image, plan.Spec.Repository, plan.Tags.Version ?? digest, "CONTAINER");
        package["checksums"] = new JsonArray { (JsonNode)Checksum("SHA256", digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..]) };
        package["externalRefs"] = PackageUrl(
            $"pkg:oci/{new ImageReference(plan.Spec.Repository).ShortName}@{Uri.EscapeDataString(digest)}?repository_url={Uri.EscapeDataString(plan.Spec.Repository)}");
        if (content.Files.Count == 0)
            return package;
        package["filesAnalyzed"] = true;
        package["packageVerificationCode"] = new JsonObject { ["packageVerificationCodeValue"] = VerificationCode(content.Files) };
        package["licenseInfoFromFiles"] = new JsonArray { (JsonNode)Unknown };
        return package;
    }

    private static JsonObject PackageOf(string id, SbomPackage nuget)
    {
        var package = Package(id, nuget.Name, nuget.Version, "LIBRARY");
        if (nuget.Sha512 is not null)
            package["checksums"] = new JsonArray { (JsonNode)Checksum("SHA512", nuget.Sha512) };
        package["externalRefs"] = PackageUrl(nuget.Url);
        return package;
    }

    private static JsonObject Package(string id, string name, string version, string purpose) => new()
    {
        ["SPDXID"] = id,
        ["name"] = name,
        ["versionInfo"] = version,
        ["downloadLocation"] = Unknown,
        ["filesAnalyzed"] = false,
        ["licenseConcluded"] = Unknown,
        ["licenseDeclared"] = Unknown,
        ["copyrightText"] = Unknown,
        ["primaryPackagePurpose"] = purpose,
    };

    private static JsonObject FileOf(string id, SbomFile file) => new()
    {
        ["SPDXID"] = id,
        ["fileName"] = '.' + file.Path,
        ["checksums"] = new JsonArray { (JsonNode)Checksum("SHA1", file.Sha1), (JsonNode)Checksum("SHA256", file.Sha256) },
        ["licenseConcluded"] = Unknown,
        ["licenseInfoInFiles"] = new JsonArray { (JsonNode)Unknown },
        ["copyrightText"] = Unknown,
    };

    private static JsonObject Checksum(string algorithm, string value) =>
        new() { ["algorithm"] = algorithm, ["checksumValue"] = value };

    private static JsonArray PackageUrl(string url) =>
    [
        (JsonNode)new JsonObject
        {
            ["referenceCategory"] = "PACKAGE-MANAGER",
            ["referenceType"] = "purl",
            ["referenceLocator"] = url,
        },
    ];

    private static JsonObject Relationship(string from, string type, string to) =>
        new() { ["spdxElementId"] = from, ["relationshipType"] = type, ["relatedSpdxElement"] = to };

#pragma warning disable CA5350 // SPDX 2.3, 7.9: SHA-1 of the sorted SHA-1 values of all files.
    private static string VerificationCode(IEnumerable<SbomFile> files) => Convert.ToHexStringLower(
        SHA1.HashData(Encoding.ASCII.GetBytes(string.Concat(files.Select(file => file.Sha1).Order(StringComparer.Ordinal)))));
#pragma warning restore CA5350
}
