using GitOpsTasks.Images.Policies;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>
/// Merges three versions of a file field by field: image fields are decided each for itself and hidden from git behind
/// stand-ins, what their side added is put into all versions, git merges the rest as text, and the result is read again:
/// unless every image in it is what was decided, it is not used.
/// </summary>
/// <param name="text">git's own merge.</param>
/// <param name="markers">How conflicts are written.</param>
/// <param name="higher">Decides between two versions; null to leave it to a person.</param>
internal sealed class FieldwiseMerge(TextMerge text, MergeMarkers markers, TagOrder? higher)
{
    /// <summary>Merges.</summary>
    /// <param name="path">The file's path, by which it may be a kustomization.</param>
    /// <param name="base">The common ancestor.</param>
    /// <param name="ours">Our version.</param>
    /// <param name="theirs">Their version.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    /// <exception cref="FieldwiseMergeException">It cannot be done, or not safely.</exception>
    public async Task<MergedText> MergeAsync(
        string path, ReadOnlyMemory<byte> @base, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs, CancellationToken cancellationToken)
    {
        if (ours.Span.SequenceEqual(theirs.Span) || @base.Span.SequenceEqual(theirs.Span))
            return new MergedText(ours, HasConflicts: false);
        if (@base.Span.SequenceEqual(ours.Span))
            return new MergedText(theirs, HasConflicts: false);
        var sides = new MergeSides(Read(@base, path), Read(ours, path), Read(theirs, path));
        if (higher is not null)
        {
            var (raisedOurs, raisedTheirs) = new HigherVersions(higher).Apply(sides);
            sides = sides with { Ours = ImageFieldSet.Of(raisedOurs), Theirs = ImageFieldSet.Of(raisedTheirs) };
        }

        var (fullBase, fullOurs) = new SideAdditions(sides).Apply();
        var tokens = new FieldTokens(sides, sides with { Base = Read(fullBase, path), Ours = Read(fullOurs, path) });
        var (o, a, b) = tokens.Write();
        var merged = await text.MergeAsync(o, a, b, markers with { Base = TokenTable.LabelMark + markers.Base }, cancellationToken)
            ?? throw new FieldwiseMergeException("git did not merge it");
        var content = LastLineEnd.Settle(
            tokens.Table.Resolve(merged.Content.Span, markers), LastLineEnd.IsIn(@base.Span), LastLineEnd.IsIn(ours.Span), LastLineEnd.IsIn(theirs.Span));
        return merged.HasConflicts || MergeCheck.Holds(content, sides, named: false)
            ? merged with { Content = content }
            : await MergeAsTextAsync(sides, @base, ours, theirs, cancellationToken);
    }

    // What was put together is not what was decided, as where both sides move entries about. git's merge of the versions as they
    // are is taken where it marks something, or loses no image of a place that has a name; else a person looks.
    private async Task<MergedText> MergeAsTextAsync(
        MergeSides sides, ReadOnlyMemory<byte> @base, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs, CancellationToken cancellationToken)
    {
        var merged = await text.MergeAsync(@base, ours, theirs, markers, cancellationToken) ?? throw new FieldwiseMergeException("git did not merge it");
        return merged.HasConflicts || MergeCheck.Holds(merged.Content, sides, named: true)
            ? merged
            : new MergedText(WholeFileConflict.Of(ours, theirs, markers), HasConflicts: true);
    }

    private static ImageFieldSet Read(ReadOnlyMemory<byte> content, string path)
    {
        var file = YamlFile.Parse(LastLineEnd.AddTo(content), path);
        if (file.Encoding != YamlEncoding.Utf8 || file.Diagnostics.Any(found => found.Code == YamlCodes.NotUtf8))
            throw new FieldwiseMergeException("it is not UTF-8");
        return file.IsValid ? ImageFieldSet.Of(file) : throw new FieldwiseMergeException("one of its versions is not YAML");
    }
}
