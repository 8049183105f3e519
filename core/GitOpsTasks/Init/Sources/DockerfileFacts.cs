using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init.Sources;

/// <summary>Takes what a Dockerfile says of the container into an application: ports, user, health, variables.</summary>
/// <param name="file">The Dockerfile.</param>
/// <param name="draft">The application.</param>
/// <param name="findings">What a person should know.</param>
internal sealed partial class DockerfileFacts(Dockerfile file, AppDraft draft, Findings findings)
{
    private const int MostPortsOfRange = 20;
    private readonly List<(DockerInstruction From, string Text)> _exposed = [];
    private readonly DockerUser _user = new(file, draft, findings);
    private DockerInstruction? _health;
    private SourcePlace? _variables;

    /// <summary>Takes it.</summary>
    public void Take()
    {
        var chain = file.Chain(draft.Image.Target);
        if (chain.Count == 0)
        {
            throw TaskFailedException.Usage(
                InitCodes.Unreadable, $"The Dockerfile has no stage '{draft.Image.Target}'.", "Name one of its stages.", new SourcePlace(file.Path, 1, 1));
        }

        var variables = new DockerVariables(file.Escape, draft.Image.Arguments.ToDictionary(StringComparer.Ordinal));
        foreach (var argument in file.GlobalArguments)
            variables.AddGlobal(argument.Text);
        var image = variables.ExpandGlobal(chain[^1].From) ?? chain[^1].From;
        if (KnownImages.IsDotNet(image))
            variables.Environment["APP_UID"] = "1654";
        foreach (var stage in chain.Reverse())
        {
            foreach (var instruction in stage.Instructions)
                Read(instruction, variables);
        }

        draft.Note($"image {image}", PlaceOf(chain[^1].Line), "FROM");
        TakePorts(image, chain[^1], variables);
        _user.Take(image, chain[0].Line);
        TakeHealth();
        var set = variables.Environment.Keys.Where(name => name != "APP_UID").ToList();
        if (set.Count > 0 && _variables is { } place)
            draft.Note($"variables set by the image: {string.Join(", ", set.Take(12))}{(set.Count > 12 ? ", ..." : "")}", place, "ENV");
    }

    private void Read(DockerInstruction instruction, DockerVariables variables)
    {
        switch (instruction.Keyword)
        {
            case "ARG":
                variables.AddArgument(instruction.Text);
                break;
            case "ENV":
                variables.AddEnvironment(instruction.Text);
                _variables ??= PlaceOf(instruction.Line);
                break;
            case "EXPOSE":
                ReadPorts(instruction, variables);
                break;
            case "USER":
                _user.Set(instruction, variables.Expand(instruction.Text));
                break;
            case "HEALTHCHECK":
                _health = instruction;
                break;
            case "RUN":
                _user.AddCommand(instruction.Text);
                break;
        }
    }

    private void ReadPorts(DockerInstruction instruction, DockerVariables variables)
    {
        foreach (var word in DockerWords.Split(instruction.Text, file.Escape))
        {
            if (variables.Expand(word) is { Length: > 0 } text)
                _exposed.AddRange(DockerWords.Split(text).Select(port => (instruction, port)));
            else
                findings.Warn(InitCodes.NotCarriedOver, $"The port '{word}' is given to the build.", "Write its number as 'port' in the spec.", PlaceOf(instruction.Line));
        }
    }

    private void TakePorts(string image, DockerStage first, DockerVariables variables)
    {
        foreach (var (instruction, text) in _exposed)
        {
            var ports = PortText.Read(text, MostPortsOfRange);
            if (ports.Count == 0)
                findings.Warn(InitCodes.NotCarriedOver, $"'{text}' is no port.", "Write a number from 1 to 65535.", PlaceOf(instruction.Line));
            foreach (var port in ports)
                draft.AddPort(port, PlaceOf(instruction.Line), "EXPOSE");
        }

        if (draft.Ports.Count > 0)
            return;
        var named = ((string[])["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_URLS", "PORT"]).Select(name => (Name: name, Port: PortOf(variables.Environment.GetValueOrDefault(name)))).FirstOrDefault(one => one.Port is not null);
        if (named.Port is { } set)
            draft.AddPort(new PortDraft(set), _variables!, $"ENV {named.Name}");
        else if (KnownImages.PortOf(image) is { } usual)
            draft.AddPort(new PortDraft(usual), PlaceOf(first.Line), $"FROM {image}");
    }

    private static int? PortOf(string? text) =>
        text is not null && LastPort().Match(text) is { Success: true } match && int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture) is > 0 and < 65536 and var port
            ? port
            : null;

    private void TakeHealth()
    {
        if (draft.Probe is not null || _health is null || _health.Text.Equals("NONE", StringComparison.OrdinalIgnoreCase))
            return;
        var place = PlaceOf(_health.Line);
        var options = HealthOption().Matches(_health.Text).ToDictionary(match => match.Groups["key"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        if (HealthCheck.Read(_health.Text) is not { } probe)
        {
            findings.Tell(InitCodes.NotCarriedOver, "The health check does not ask over HTTP.", "Write 'probes' in the spec, with a path or a command.", place);
            return;
        }

        draft.Probe = probe with
        {
            Period = HealthCheck.Seconds(options.GetValueOrDefault("interval")),
            Timeout = HealthCheck.Seconds(options.GetValueOrDefault("timeout")),
            Failures = int.TryParse(options.GetValueOrDefault("retries"), NumberStyles.None, CultureInfo.InvariantCulture, out var retries) && retries is > 0 and < 1000 ? retries : null,
        };
        draft.Note($"probe {probe.Path}", place, "HEALTHCHECK");
    }

    private SourcePlace PlaceOf(int line) => new(file.Path, line, 1);

    [GeneratedRegex(@":?(?<port>[0-9]{1,5})/?$", RegexOptions.ExplicitCapture)]
    private static partial Regex LastPort();

    [GeneratedRegex(@"--(?<key>[a-z-]+)=(?<value>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex HealthOption();
}
