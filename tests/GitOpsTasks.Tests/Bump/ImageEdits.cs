using System.Text;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

/// <summary>The edit of one file, on texts.</summary>
internal static class ImageEdits
{
    public static string OldDigest { get; } = "sha256:" + new string('a', 64);

    public static string NewDigest { get; } = "sha256:" + new string('b', 64);

    /// <summary>Writes OLD and NEW out as digests.</summary>
    public static string Digests(string text) =>
        text.Replace("OLD", OldDigest, StringComparison.Ordinal).Replace("NEW", NewDigest, StringComparison.Ordinal);

    public static ImageFileEdit Of(string path, string text, params string[] images) => ImageFileEdit.Of(
        new TreeFile(TreePath.Parse(path), Encoding.UTF8.GetBytes(Digests(text))), [.. images.Select(image => ImageUpdate.Parse(Digests(image)))], ImageEditRules.Default);

    public static ImageFileEdit Set(string path, string text, params string[] setters) => ImageFileEdit.Of(
        new TreeFile(TreePath.Parse(path), Encoding.UTF8.GetBytes(Digests(text))), [], ImageEditRules.Default, [.. setters.Select(setter => SetterUpdate.Parse(Digests(setter)))]);

    /// <summary>The text the file gets; that it has where nothing changes.</summary>
    public static string Text(this ImageFileEdit edit, string before) =>
        edit.Change?.Content is { } content ? Encoding.UTF8.GetString(content.Span) : Digests(before);

    /// <summary>The text after an edit that found its image, changed once, and changes no more when it is done again.</summary>
    public static string Edited(string path, string text, params string[] images)
    {
        var edit = Of(path, text, images);
        edit.Matched.Count.ShouldBe(images.Length, string.Join('\n', edit.Diagnostics));
        var after = edit.Text(text);
        var again = Of(path, after, images);
        (again.Fields.Count, again.Text(after)).ShouldBe((0, after), "the same bump again changed something");
        return after;
    }
}
