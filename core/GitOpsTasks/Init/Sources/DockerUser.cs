using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init.Sources;

/// <summary>Finds the number of the user that a Dockerfile has its program run as.</summary>
/// <param name="file">The Dockerfile.</param>
/// <param name="draft">The application.</param>
/// <param name="findings">What a person should know.</param>
internal sealed partial class DockerUser(Dockerfile file, AppDraft draft, Findings findings)
{
    private readonly List<string> _commands = [];
    private DockerInstruction? _instruction;
    private string _user = "";

    /// <summary>A USER; its text with variables, null where one is not known.</summary>
    public void Set(DockerInstruction instruction, string? text) => (_instruction, _user) = (instruction, text ?? "");

    /// <summary>A command that may add a user.</summary>
    public void AddCommand(string command) => _commands.Add(command);

    /// <summary>Takes the user into the application, unless it has one.</summary>
    /// <param name="image">What is built upon.</param>
    /// <param name="line">The line to speak of where no user is set.</param>
    public void Take(string image, int line)
    {
        if (draft.User is not null)
            return;
        var place = new SourcePlace(file.Path, _instruction?.Line ?? line, 1);
        var parts = _user.Split(':');
        if (_instruction is null && KnownImages.OwnUserOf(image) is { } own)
            Take(own, null, place, $"FROM {image}");
        else if (Number(parts[0]) is > 0 and var number)
            Take(number, parts.Length > 1 && Number(parts[1]) is > 0 and var group ? group : null, place, $"USER {_instruction!.Text}");
        else if (parts[0] is not ("" or "0" or "root") && (Added(parts[0]) ?? KnownImages.UserOf(parts[0], image)) is { } known)
            Take(known, null, place, $"USER {_instruction!.Text}");
        else if (parts[0] is "0" or "root" || (_instruction is null && !KnownImages.IsDotNet(image)))
            findings.Warn(InitCodes.UserUnknown, "The image runs as root, and the spec does not let it.", "See that it works as another user, and write its number as 'security: { user: ... }'.", place);
        else if (_instruction is not null)
            findings.Warn(InitCodes.UserUnknown, "The number of the image's user is not known.", "Write it as 'security: { user: ... }' in the spec, or as USER in the Dockerfile.", place);
    }

    private void Take(int user, int? group, SourcePlace place, string word)
    {
        (draft.User, draft.Group) = (user, group == user ? null : group);
        draft.Note($"user {user}", place, word);
    }

    // The number that a RUN gives a user by its name.
    private int? Added(string name) => _commands.SelectMany(command => AddUser().Matches(command))
        .Where(match => DockerWords.Split(match.Groups["rest"].Value).Contains(name))
        .Select(match => UserNumber().Match(match.Groups["rest"].Value))
        .Where(number => number.Success)
        .Select(number => Number(number.Groups["number"].Value))
        .FirstOrDefault(number => number > 0);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\b(useradd|adduser)\b(?<rest>[^&;|]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex AddUser();

    [GeneratedRegex(@"(^|\s)(-[A-Za-z]*u|--uid)[\s=]+(?<number>[0-9]{1,9})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex UserNumber();
}
