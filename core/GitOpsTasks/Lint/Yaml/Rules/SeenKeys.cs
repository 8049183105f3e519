using System.Text;
using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>The keys of all mappings of a file in one table, so that a mapping costs nothing of its own.</summary>
internal ref struct SeenKeys(LintText text)
{
    private const int NoEntry = -1;
    private readonly LintText _text = text;
    private int[] _buckets = [];
    private (int Mapping, int Token, int Next)[] _entries = [];
    private int _count;

    /// <summary>Adds the key of a mapping.</summary>
    /// <param name="mapping">A number of the mapping's own.</param>
    /// <param name="token">The scalar that is the key.</param>
    /// <returns>The same key seen before; -1 where it is new.</returns>
    public int Add(int mapping, int token)
    {
        if (_count == _entries.Length)
            Grow();
        ref readonly var key = ref _text.Tokens[token];
        var value = ValueOf(token, key);
        ref var bucket = ref _buckets[Bucket(mapping, value)];
        for (var at = bucket; at != NoEntry; at = _entries[at].Next)
        {
            if (_entries[at].Mapping == mapping && value.SequenceEqual(ValueOf(_entries[at].Token, _text.Tokens[_entries[at].Token])))
                return _entries[at].Token;
        }

        _entries[_count] = (mapping, token, bucket);
        bucket = _count++;
        return NoEntry;
    }

    private readonly ReadOnlySpan<byte> ValueOf(int token, in Token key) =>
        key.IsVerbatim ? _text.Verbatim(key) : Encoding.UTF8.GetBytes(_text.ValueOf(token));

    private readonly int Bucket(int mapping, ReadOnlySpan<byte> value)
    {
        var hash = new HashCode();
        hash.Add(mapping);
        hash.AddBytes(value);
        return hash.ToHashCode() & (_buckets.Length - 1);
    }

    private void Grow()
    {
        Array.Resize(ref _entries, Math.Max(64, _count * 2));
        _buckets = new int[_entries.Length];
        Array.Fill(_buckets, NoEntry);
        for (var at = 0; at < _count; at++)
        {
            var (mapping, token, _) = _entries[at];
            ref var bucket = ref _buckets[Bucket(mapping, ValueOf(token, _text.Tokens[token]))];
            _entries[at].Next = bucket;
            bucket = at;
        }
    }
}
